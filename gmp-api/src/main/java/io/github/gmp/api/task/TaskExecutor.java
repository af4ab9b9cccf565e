package io.github.gmp.api.task;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentKind;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the tasks of a command: on threads of this process, or on other machines. Where and in which order tasks run changes nothing in
 * their answers, so every executor gives the same result.
 */
public interface TaskExecutor {
    /** The kind, as configurations name it. */
    ComponentKind<TaskExecutor> KIND = new ComponentKind<>("executor", TaskExecutor.class);

    /**
     * Gets ready for the tasks of a job.
     *
     * @param job what they share
     * @param host the process of the command
     * @return a session; closed when the job ends
     * @throws GmpException if the executor cannot be reached or used
     */
    Session start(Job job, Host host);

    /**
     * What the process of the command offers and asks.
     *
     * @param worker runs tasks in this process; shares what the command has read
     * @param threads how many tasks the user wants to run at once in this process
     * @param cancelled when true, the command is to stop
     * @param plugins jars of the plugins in plugins folders; workers in other processes need them beside the class path
     */
    record Host(Worker worker, int threads, BooleanSupplier cancelled, List<Path> plugins) {
        /** Copies the list. */
        public Host {
            plugins = List.copyOf(plugins);
        }
    }

    /** The tasks of one job; used by one thread. */
    interface Session extends AutoCloseable {
        /**
         * Runs tasks and returns when all have been answered, or soon after the command was cancelled. An answer is handed over as soon as
         * it is there, because a search writes it to its journal: in any order, on any thread, several at once. What could not be run for
         * reasons outside of the task (a machine was lost) is run again by the executor. A failure of a task's run is thrown
         * after the tasks that run have ended; answers handed over until then are kept.
         *
         * @param tasks tasks, numbered from 0
         * @param answers takes each answer once; what it throws ends the run
         * @throws GmpException if tasks can no longer be run
         */
        void run(List<Task> tasks, Consumer<Answer> answers);

        @Override
        void close();
    }
}
