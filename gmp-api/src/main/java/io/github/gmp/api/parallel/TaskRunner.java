package io.github.gmp.api.parallel;

import java.util.function.IntConsumer;

/**
 * Runs a task per index, on threads that the caller owns. Each index is run once, in any order (ascending is best
 * for memory), several at the same time; when {@code run}
 * returns all have ended and what they wrote is visible. A failure of a task is thrown to the caller.
 */
@FunctionalInterface
public interface TaskRunner {
    /**
     * Runs all tasks, in any order and on any threads, and returns when all have ended.
     *
     * @param tasks number of tasks
     * @param task given 0 … tasks − 1; must write to places of its own only
     */
    void run(int tasks, IntConsumer task);

    /** {@return a runner that does one task after the other on the calling thread} */
    static TaskRunner sequential() {
        return (tasks, task) -> {
            for (int index = 0; index < tasks; index++) {
                task.accept(index);
            }
        };
    }
}
