package io.github.gmp.api.trial;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentKind;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the trials of a search: on threads of this process, or on other machines. Where and in which order tasks run changes nothing in
 * their answers, so every executor gives the same search.
 */
public interface TrialExecutor {
    /** The kind, as configurations name it. */
    ComponentKind<TrialExecutor> KIND = new ComponentKind<>("executor", TrialExecutor.class);

    /**
     * Gets ready for the tasks of a search.
     *
     * @param job what they share
     * @param host the process of the search
     * @return a session; closed when the search ends
     * @throws GmpException if the executor cannot be reached or used
     */
    Session start(TrialJob job, Host host);

    /**
     * What the process of the search offers and asks.
     *
     * @param worker runs tasks in this process; shares the data that the search has read
     * @param threads how many tasks the user wants to run at once in this process
     * @param cancelled when true, the search is to stop
     * @param plugins jars of the plugins in plugins folders; workers in other processes need them beside the class path
     */
    record Host(TrialWorker worker, int threads, BooleanSupplier cancelled, List<Path> plugins) {
        /** Copies the list. */
        public Host {
            plugins = List.copyOf(plugins);
        }
    }

    /** The tasks of one search; used by one thread. */
    interface Session extends AutoCloseable {
        /**
         * Runs tasks and returns when all have been answered, or soon after the search was cancelled. An answer is handed over as soon as
         * it is there, because the search writes it to its journal: in any order, on any thread, several at once. What could not be run for
         * reasons outside of the task (a machine was lost) is run again by the executor. A failure of a task's run is thrown
         * after the tasks that run have ended; answers handed over until then are kept.
         *
         * @param tasks tasks, numbered from 0
         * @param answers takes each answer once; what it throws ends the run
         * @throws GmpException if tasks can no longer be run
         */
        void run(List<TrialTask> tasks, Consumer<TrialAnswer> answers);

        @Override
        void close();
    }
}
