package io.github.gmp.runtime.parallel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** Runs a task per index on several threads. Each task writes to its own place, so results do not depend on the number of threads. */
public final class IndexedTasks {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int count;
    private final IntConsumer task;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong cpuNanos = new AtomicLong();
    private int failedIndex = Integer.MAX_VALUE;
    private Throwable failure = new IllegalStateException("no failure");

    private IndexedTasks(int count, IntConsumer task) {
        this.count = count;
        this.task = task;
    }

    /**
     * Runs {@code task} for 0 … count − 1. If tasks fail, the failure of the lowest index is thrown, as if they had run one after the
     * other.
     *
     * @param count number of tasks
     * @param threads number of threads, at least 1; with 1 all runs on the calling thread
     * @param task the task
     * @return processor time of all threads together, in seconds
     * @throws CancellationException if the calling thread is interrupted
     */
    public static double run(int count, int threads, IntConsumer task) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, got " + threads);
        }
        IndexedTasks tasks = new IndexedTasks(count, task);
        int workers = Math.min(threads, count);
        if (workers <= 1) {
            tasks.work();
        } else {
            tasks.workOn(workers);
        }
        tasks.rethrow();
        return tasks.cpuNanos.get() * 1e-9;
    }

    /** The same on threads of an executor and the calling thread. */
    static void run(int count, int threads, IntConsumer task, Executor executor) {
        IndexedTasks tasks = new IndexedTasks(count, task);
        int helpers = Math.min(threads, count) - 1;
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int t = 0; t < helpers; t++) {
            others.add(CompletableFuture.runAsync(tasks::work, executor));
        }
        tasks.work();
        try {
            for (CompletableFuture<Void> other : others) {
                other.get();
            }
        } catch (InterruptedException e) {
            tasks.next.set(count);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("failures of tasks are kept by themselves", e);
        }
        tasks.rethrow();
    }

    /** {@return the processor time of this thread in nanoseconds, or the clock where the platform does not measure it} */
    public static long currentThreadCpuNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
                ? THREADS.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    private void workOn(int workers) {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < workers; t++) {
            Thread thread = new Thread(this::work, "gmp-worker-" + t);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            next.set(count);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void work() {
        long start = currentThreadCpuNanos();
        for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
            try {
                task.accept(index);
            } catch (RuntimeException | Error e) {
                fail(index, e);
            }
        }
        cpuNanos.addAndGet(currentThreadCpuNanos() - start);
    }

    /** Indices are handed out in order, so all below a failed one have been taken and will end: the lowest failure is the same always. */
    private synchronized void fail(int index, Throwable e) {
        next.set(count);
        if (index < failedIndex) {
            failedIndex = index;
            failure = e;
        }
    }

    private synchronized void rethrow() {
        if (failedIndex == Integer.MAX_VALUE) {
            return;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
