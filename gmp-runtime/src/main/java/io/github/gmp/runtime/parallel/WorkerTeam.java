package io.github.gmp.runtime.parallel;

import io.github.gmp.api.parallel.TaskRunner;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** Threads that stay for many short runs, such as the batches of a training; the calling thread is one of them. */
public final class WorkerTeam implements TaskRunner, AutoCloseable {
    private final int threads;
    private final ExecutorService helpers;

    /** @param threads number of threads, at least 1 */
    public WorkerTeam(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, got " + threads);
        }
        this.threads = threads;
        helpers = Executors.newFixedThreadPool(Math.max(1, threads - 1), work -> {
            Thread thread = new Thread(work, "gmp-team");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * {@inheritDoc} If tasks fail, the failure of the lowest index is thrown.
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    @Override
    public void run(int tasks, IntConsumer task) {
        IndexedTasks.run(tasks, threads, task, helpers);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        helpers.shutdownNow();
    }
}
