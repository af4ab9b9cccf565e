package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.gmp.experiments.trial.TrialEstimator;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.runtime.config.DescribedConfig;
import io.github.gmp.runtime.dataset.DatasetFormats;
import io.github.gmp.runtime.dataset.DatasetLoader;
import io.github.gmp.runtime.dataset.FrameStream;
import io.github.gmp.runtime.features.FeatureProvider;
import io.github.gmp.runtime.features.Featurize;
import io.github.gmp.runtime.features.FeaturizeConfig;
import io.github.gmp.runtime.features.FeaturizeShards;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.features.ShardWorkers;

/** Binds what trials need: data sets, features, the runner. */
public final class TrialModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DatasetFormats.class);
        bind(DatasetLoader.class);
        bind(FrameStream.class);
        bind(Featurizer.class).toInstance(new Featurizer());
        bind(FeatureProvider.class).to(Featurizer.class);
        bind(Featurize.class);
        bind(FeaturizeShards.class);
        bind(ShardWorkers.class);
        bind(TrialRunner.class);
        bind(TrialEstimator.class);
        Multibinder.newSetBinder(binder(), DescribedConfig.class)
                .addBinding()
                .toInstance(new DescribedConfig(
                        "featurize",
                        "The configuration file of 'gmp featurize': one descriptor, and where shards are computed.",
                        FeaturizeConfig.class));
    }
}
