package io.github.gmp.experiments.search.worker;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Trials side by side in one process share its memory, and whichever asks for more when nothing is left runs out of it: often an innocent one
 * beside a huge one. So what ran out of memory in company is run again alone, and only that counts: the results are those of trials one
 * after the other, for any number of threads. Thread-safe.
 */
final class SharedMemory {
    /** Fair: a trial that waits to be alone gets its turn as soon as those that run have ended, and others wait for it. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private int running;
    private long begun;

    /** The beginning of a run: its number, and whether others were running then. */
    private record Beginning(long number, boolean company) {}

    /**
     * Runs a trial on the calling thread.
     *
     * @param trial the trial; run a second time if the first one ran out of memory beside others
     * @param ranOut whether memory did not suffice for a result
     * @param <T> what it comes to
     * @return the result of the last run
     */
    <T> T run(Supplier<T> trial, Predicate<T> ranOut) {
        T result;
        boolean company;
        Lock shared = lock.readLock();
        shared.lock();
        try {
            Beginning beginning = begin();
            try {
                result = trial.get();
            } finally {
                company = end(beginning);
            }
        } finally {
            shared.unlock();
        }
        if (!company || !ranOut.test(result)) {
            return result;
        }
        Lock alone = lock.writeLock();
        alone.lock();
        try {
            return trial.get();
        } finally {
            alone.unlock();
        }
    }

    private synchronized Beginning begin() {
        running++;
        begun++;
        return new Beginning(begun, running > 1);
    }

    /** {@return whether others ran at any moment since} */
    private synchronized boolean end(Beginning beginning) {
        running--;
        return beginning.company() || begun > beginning.number();
    }
}
