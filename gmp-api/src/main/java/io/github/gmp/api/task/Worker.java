package io.github.gmp.api.task;

import io.github.gmp.api.error.GmpException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;

/**
 * Runs the tasks of one job in this process, and keeps what they share (structures, features) from one to the next. Thread-safe: several
 * tasks may run at once, each on the thread that calls. An executor that works in other processes opens one there with {@link #open}.
 */
public interface Worker {
    /**
     * Runs a task. The answer depends on nothing but the task and the contents of the files, measured times excepted.
     *
     * @param task the task
     * @param cancelled asked now and then; when true, the task is given up soon
     * @return the result as one JSON object; that of a trial that failed says why; empty if it was cancelled
     * @throws GmpException if this worker cannot run tasks of the job at all, e.g. because a file is missing here or is another: no fault
     *     of the trial's
     */
    Optional<String> run(Task task, BooleanSupplier cancelled);

    /**
     * Where things are in the process of a worker.
     *
     * @param baseDirectory the folder that relative names of files start from here
     * @param cache folder that keeps features between jobs; none if empty
     * @param plugins folders with plugin jars, beside the plugins on the class path
     */
    record Environment(Path baseDirectory, Optional<Path> cache, List<Path> plugins) {
        /** Copies the list. */
        public Environment {
            plugins = List.copyOf(plugins);
        }
    }

    /** Makes workers; the host offers one to {@link ServiceLoader}. */
    interface Provider {
        /**
         * {@return a worker for the tasks of a job}
         *
         * @param job the job
         * @param environment where things are in this process
         * @throws GmpException if versions here differ from those of the job
         */
        Worker open(Job job, Environment environment);
    }

    /**
     * The one entry point for other processes: all jars of GMP have to be on the class path of this class's loader.
     *
     * @param job the job
     * @param environment where things are in this process
     * @return a worker for tasks of the job
     * @throws GmpException if there is no host on the class path, or versions here differ from those of the job
     */
    static Worker open(Job job, Environment environment) {
        return ServiceLoader.load(Provider.class, Worker.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new GmpException(
                        "no host of GMP on the class path of this worker: gmp-cli and the jars it needs are missing"))
                .open(job, environment);
    }
}
