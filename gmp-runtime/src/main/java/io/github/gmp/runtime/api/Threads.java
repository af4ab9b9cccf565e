package io.github.gmp.runtime.api;

import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.runtime.parallel.WorkerTeam;

import java.util.function.IntConsumer;

/**
 * Threads for evaluations of big structures: what {@code Potential.evaluate} of gmp-api shares the blocks of a structure among. Results do not
 * depend on their number, bit for bit. For one caller at a time; close them at the end.
 */
public final class Threads implements TaskRunner, AutoCloseable {
    private final WorkerTeam team;

    private Threads(WorkerTeam team) {
        this.team = team;
    }

    /**
     * Starts threads, which stay until they are closed.
     *
     * @param count how many compute, the caller's included; at least 1
     * @return the threads
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static Threads of(int count) {
        return new Threads(new WorkerTeam(count));
    }

    @Override
    public void run(int tasks, IntConsumer task) {
        team.run(tasks, task);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        team.close();
    }
}
