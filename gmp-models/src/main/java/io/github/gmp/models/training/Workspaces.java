package io.github.gmp.models.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Objects with large buffers that tasks borrow: as many are made as tasks run at the same time, and then used again. Results must not depend
 * on which one a task gets.
 */
final class Workspaces<T> {
    private final Supplier<T> maker;
    private final Deque<T> free = new ArrayDeque<>();

    Workspaces(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Runs a task with an object that no other task has meanwhile. */
    void use(Consumer<T> task) {
        T workspace = take();
        task.accept(workspace);
        synchronized (free) {
            free.push(workspace);
        }
    }

    private T take() {
        synchronized (free) {
            if (!free.isEmpty()) {
                return free.pop();
            }
        }
        return maker.get();
    }
}
