package io.github.gmp.experiments.search.worker;

import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Worker;
import io.github.gmp.experiments.ExperimentsTestHost;

/** Workers of a process that no command has started, as far as trials go: the host of these is above this module. */
public final class TrialWorkerProvider implements Worker.Provider {
    @Override
    public Worker open(Job job, Worker.Environment environment) {
        TrialWorkers workers = ExperimentsTestHost.get(TrialWorkers.class);
        return workers.open(job, environment, workers.data(), note -> {});
    }
}
