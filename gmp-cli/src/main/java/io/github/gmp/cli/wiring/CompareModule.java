package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.gmp.experiments.compare.Compare;
import io.github.gmp.experiments.compare.CompareConfig;
import io.github.gmp.runtime.config.DescribedConfig;

/** Binds what comparisons need, and documents their configuration. */
public final class CompareModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Compare.class);
        Multibinder.newSetBinder(binder(), DescribedConfig.class)
                .addBinding()
                .toInstance(new DescribedConfig(
                        "compare",
                        "The configuration of gmp compare: data, descriptors, regressors and seeds to compare head to"
                                + " head.",
                        CompareConfig.class));
    }
}
