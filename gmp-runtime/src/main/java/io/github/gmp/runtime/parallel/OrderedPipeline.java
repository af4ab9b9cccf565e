package io.github.gmp.runtime.parallel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes items from a source, works on them on several threads and hands the results over in the order of the items. Each thread reads,
 * works and writes in turn, so that all three overlap without a thread that only waits; reading and writing happen on one thread at a time.
 * However large the source, only a few items per thread are in memory.
 *
 * @param <T> what is worked on
 * @param <R> what comes out
 */
public final class OrderedPipeline<T, R> {
    /** Results that may wait for an earlier one, per thread: enough to bridge items of different size. */
    private static final int AHEAD_PER_THREAD = 4;

    private final Supplier<Optional<T>> source;
    private final Function<T, R> work;
    private final Consumer<R> sink;
    private final long ahead;

    private final Object reading = new Object();
    private final Map<Long, R> waiting = new HashMap<>();
    private long taken;
    private long written;
    private boolean writing;
    private boolean stopped;
    private long cpuNanos;
    private long failedIndex = Long.MAX_VALUE;
    private Throwable failure = new IllegalStateException("no failure");

    private OrderedPipeline(Supplier<Optional<T>> source, Function<T, R> work, Consumer<R> sink, int threads) {
        this.source = source;
        this.work = work;
        this.sink = sink;
        this.ahead = mostWaiting(threads);
    }

    /**
     * {@return how many items are in memory at most, in work or waiting to be written}
     *
     * @param threads number of threads
     */
    public static int mostWaiting(int threads) {
        return AHEAD_PER_THREAD * threads;
    }

    /**
     * Runs until the source is empty. If something fails, nothing more is read, and the failure of the earliest item is thrown, as if all
     * had been done one after the other.
     *
     * @param source the next item, empty at the end
     * @param work what is done with an item; on any thread
     * @param sink receives the results in the order of their items
     * @param threads number of threads, at least 1; with 1 all runs on the calling thread
     * @param <T> what is worked on
     * @param <R> what comes out
     * @return processor time of the work, without reading and writing, of all threads together in seconds
     * @throws CancellationException if the calling thread is interrupted
     */
    public static <T, R> double run(Supplier<Optional<T>> source, Function<T, R> work, Consumer<R> sink, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, got " + threads);
        }
        OrderedPipeline<T, R> pipeline = new OrderedPipeline<>(source, work, sink, threads);
        if (threads == 1) {
            pipeline.turns();
        } else {
            pipeline.runOn(threads);
        }
        pipeline.rethrow();
        return pipeline.cpuNanos * 1e-9;
    }

    private void runOn(int workers) {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < workers; t++) {
            Thread thread = new Thread(this::turns, "gmp-pipeline-" + t);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    // The threads use what the caller is about to close, so they are waited for all the same.
                    interrupted = true;
                    stop();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private record Item<T>(long index, T value) {}

    private void turns() {
        long nanos = 0;
        for (Optional<Item<T>> next = take(); next.isPresent(); next = take()) {
            Item<T> item = next.get();
            long start = IndexedTasks.currentThreadCpuNanos();
            R result;
            try {
                result = work.apply(item.value());
            } catch (RuntimeException | Error e) {
                fail(item.index(), e);
                continue;
            } finally {
                nanos += IndexedTasks.currentThreadCpuNanos() - start;
            }
            deliver(item.index(), result);
        }
        addNanos(nanos);
    }

    private Optional<Item<T>> take() {
        synchronized (reading) {
            if (!mayTake()) {
                return Optional.empty();
            }
            try {
                Optional<Item<T>> item = source.get().map(value -> new Item<>(taken, value));
                if (item.isPresent()) {
                    taken++;
                } else {
                    stop();
                }
                return item;
            } catch (RuntimeException | Error e) {
                fail(taken, e);
                return Optional.empty();
            }
        }
    }

    /** Waits until the results in memory leave room for another. */
    private synchronized boolean mayTake() {
        while (!stopped && taken - written >= ahead) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Nobody knows these threads, and a single one never waits: cannot happen, but must not be swallowed.
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        return !stopped;
    }

    private void deliver(long index, R result) {
        if (!startWriting(index, result)) {
            return;
        }
        for (Optional<R> next = nextResult(); next.isPresent(); next = nextResult()) {
            try {
                sink.accept(next.get());
                countWritten();
            } catch (RuntimeException | Error e) {
                failWriting(e);
            }
        }
    }

    private synchronized boolean startWriting(long index, R result) {
        waiting.put(index, result);
        boolean mine = !writing;
        writing = true;
        return mine;
    }

    private synchronized Optional<R> nextResult() {
        Optional<R> next = failedIndex > written ? Optional.ofNullable(waiting.remove(written)) : Optional.empty();
        if (next.isEmpty()) {
            writing = false;
        }
        return next;
    }

    private synchronized void countWritten() {
        written++;
        notifyAll();
    }

    private synchronized void failWriting(Throwable e) {
        fail(written, e);
    }

    private synchronized void fail(long index, Throwable e) {
        stop();
        if (index < failedIndex) {
            failedIndex = index;
            failure = e;
        }
    }

    private synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized void addNanos(long nanos) {
        cpuNanos += nanos;
    }

    private void rethrow() {
        if (failedIndex == Long.MAX_VALUE) {
            return;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
