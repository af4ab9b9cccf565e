package io.github.gmp.cli.remote;

import com.google.inject.Injector;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Worker;
import io.github.gmp.cli.Host;
import io.github.gmp.experiments.search.worker.TrialWorkers;
import io.github.gmp.runtime.features.ShardWorkers;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Workers with an object graph of their own, for processes that no command of GMP has started. */
public final class HostWorkerProvider implements Worker.Provider {
    private static final Logger LOG = LogManager.getLogger(HostWorkerProvider.class);

    @Override
    public Worker open(Job job, Worker.Environment environment) {
        Injector injector = Host.injector(environment.plugins());
        return switch (job.kind()) {
            case TrialWorkers.KIND -> {
                TrialWorkers workers = injector.getInstance(TrialWorkers.class);
                yield workers.open(job, environment, workers.data(), LOG::warn);
            }
            case ShardWorkers.KIND -> injector.getInstance(ShardWorkers.class).open(job, environment);
            default ->
                throw new GmpException("this worker cannot run tasks of " + job.name() + ": it knows none of the kind '"
                        + job.kind() + "'; its version of GMP is another");
        };
    }
}
