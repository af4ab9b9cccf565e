package io.github.gmp.experiments.search.worker;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Worker;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.runtime.GmpVersion;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.dataset.DatasetLoader;
import io.github.gmp.runtime.features.BlockCache;
import io.github.gmp.runtime.features.FeatureCache;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import jakarta.inject.Inject;

import java.util.Map;
import java.util.function.Consumer;

/** Makes workers. */
public final class TrialWorkers {
    /** What jobs of trials are called. */
    public static final String KIND = "search";

    private final ConfigBinder binder;
    private final ComponentRegistry registry;
    private final DatasetLoader loader;
    private final Featurizer featurizer;
    private final TrialRunner runner;

    /**
     * @param binder binds configurations
     * @param registry knows the plugins
     * @param loader reads data
     * @param featurizer computes features that no earlier trial computed
     * @param runner runs trials
     */
    @Inject
    public TrialWorkers(
            ConfigBinder binder,
            ComponentRegistry registry,
            DatasetLoader loader,
            Featurizer featurizer,
            TrialRunner runner) {
        this.binder = binder;
        this.registry = registry;
        this.loader = loader;
        this.featurizer = featurizer;
        this.runner = runner;
    }

    /** {@return the versions of all that the bits of a result depend on} */
    public Map<String, String> versions() {
        return GmpVersion.ofResults(registry.pluginVersionsOfResults());
    }

    /** {@return where workers of a job find their data} */
    public JobData data() {
        return new JobData(loader);
    }

    /**
     * {@return a worker}
     *
     * @param job the job
     * @param environment where things are in this process
     * @param data the data of the job, read or still to be read
     * @param notes told what the user should know, e.g. that a file of the cache was damaged
     * @throws GmpException if versions here differ from those of the job
     */
    public Worker open(Job job, Worker.Environment environment, JobData data, Consumer<String> notes) {
        GmpVersion.requireSame(job, versions());
        FeatureCache.Location location = new FeatureCache.Location(
                environment.cache().orElse(environment.baseDirectory()),
                environment.cache().isPresent());
        BlockCache blocks = new BlockCache(featurizer);
        FeatureCache features = new FeatureCache(blocks, location, versions(), notes);
        return new JobWorker(binder, runner, data, features, environment.baseDirectory());
    }
}
