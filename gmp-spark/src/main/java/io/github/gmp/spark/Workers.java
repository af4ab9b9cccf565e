package io.github.gmp.spark;

import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workers of this JVM, one for each job. Static state is a rule broken for a reason: Spark hands nothing from one task to the next but
 * what is static, and data and features must not be read and computed again for every task.
 */
final class Workers {
    private static final Map<String, Worker> BY_JOB = new ConcurrentHashMap<>();

    private Workers() {}

    /**
     * {@return its worker in this JVM}
     *
     * @param job a job
     * @throws io.github.gmp.api.error.GmpException if versions here differ from those of the job
     */
    static Worker of(Job job) {
        return BY_JOB.computeIfAbsent(job.id(), id -> {
            // Plugins of folders are shipped as jars on the class path.
            Path baseDirectory = Path.of(job.baseDirectory());
            return Worker.open(job, new Worker.Environment(baseDirectory, Optional.empty(), List.of()));
        });
    }

    /**
     * For executors that are threads of the driver: what it has read is not read again.
     *
     * @param job a job
     * @param worker its worker in this JVM
     */
    static void share(Job job, Worker worker) {
        BY_JOB.put(job.id(), worker);
    }

    /** @param job a job that has ended */
    static void forget(Job job) {
        BY_JOB.remove(job.id());
    }
}
