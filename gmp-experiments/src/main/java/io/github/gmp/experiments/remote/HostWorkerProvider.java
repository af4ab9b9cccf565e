package io.github.gmp.experiments.remote;

import io.github.gmp.api.trial.TrialJob;
import io.github.gmp.api.trial.TrialWorker;
import io.github.gmp.experiments.cli.Host;
import io.github.gmp.experiments.search.worker.TrialWorkers;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Workers with an object graph of their own, for processes that no command of GMP has started. */
public final class HostWorkerProvider implements TrialWorker.Provider {
    private static final Logger LOG = LogManager.getLogger(HostWorkerProvider.class);

    @Override
    public TrialWorker open(TrialJob job, TrialWorker.Place place) {
        TrialWorkers workers = Host.injector(place.plugins()).getInstance(TrialWorkers.class);
        return workers.open(job, place, workers.data(place.baseDirectory()), LOG::warn);
    }
}
