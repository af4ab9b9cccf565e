package io.github.gmp.experiments.trial;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.gmp.experiments.config.DescribedConfig;
import io.github.gmp.experiments.dataset.DatasetFormats;
import io.github.gmp.experiments.dataset.DatasetLoader;
import io.github.gmp.experiments.dataset.FrameStream;
import io.github.gmp.experiments.features.FeatureProvider;
import io.github.gmp.experiments.features.FeaturizeConfig;
import io.github.gmp.experiments.features.FeaturizeRun;
import io.github.gmp.experiments.features.Featurizer;
import io.github.gmp.experiments.features.ShardRun;
import io.github.gmp.experiments.features.ShardWorkers;

/** Binds what trials need: data sets, features, the runner. */
public final class TrialModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DatasetFormats.class);
        bind(DatasetLoader.class);
        bind(FrameStream.class);
        bind(Featurizer.class).toInstance(new Featurizer());
        bind(FeatureProvider.class).to(Featurizer.class);
        bind(FeaturizeRun.class);
        bind(ShardRun.class);
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
