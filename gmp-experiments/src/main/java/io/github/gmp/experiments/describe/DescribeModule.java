package io.github.gmp.experiments.describe;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.gmp.experiments.config.DescribedConfig;

/** Binds the documentation. */
public final class DescribeModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Documentation.class);
        bind(Examples.class);
        // Also if no feature has a configuration file to describe.
        Multibinder.newSetBinder(binder(), DescribedConfig.class);
    }
}
