package io.github.gmp.api.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runners with threads, and in odd orders. */
public final class TestRunners {
    private TestRunners() {}

    public static TaskRunner backwards() {
        return (tasks, task) -> {
            for (int index = tasks - 1; index >= 0; index--) {
                task.accept(index);
            }
        };
    }

    public static TaskRunner threads(int threads) {
        return (tasks, task) -> {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Future<?>> results = new ArrayList<>();
                for (int index = 0; index < tasks; index++) {
                    int mine = index;
                    results.add(pool.submit(() -> task.accept(mine)));
                }
                for (Future<?> result : results) {
                    result.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } finally {
                pool.shutdownNow();
            }
        };
    }
}
