package io.github.gmp.experiments.trial;

import com.google.inject.AbstractModule;
import io.github.gmp.experiments.dataset.DatasetFormats;
import io.github.gmp.experiments.dataset.DatasetLoader;
import io.github.gmp.experiments.features.FeatureProvider;
import io.github.gmp.experiments.features.Featurizer;

/** Binds what trials need: data sets, features, the runner. */
public final class TrialModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DatasetFormats.class);
        bind(DatasetLoader.class);
        bind(Featurizer.class).toInstance(new Featurizer());
        bind(FeatureProvider.class).to(Featurizer.class);
        bind(TrialRunner.class);
    }
}
