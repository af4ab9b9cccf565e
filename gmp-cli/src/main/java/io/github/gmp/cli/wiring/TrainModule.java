package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.gmp.experiments.train.Train;
import io.github.gmp.experiments.train.TrainConfig;
import io.github.gmp.runtime.config.DescribedConfig;

/** Binds the training of models and documents its configuration file. */
public final class TrainModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Train.class);
        Multibinder.newSetBinder(binder(), DescribedConfig.class)
                .addBinding()
                .toInstance(new DescribedConfig(
                        "train",
                        "The configuration file of 'gmp train': the data, one descriptor, one regressor.",
                        TrainConfig.class));
    }
}
