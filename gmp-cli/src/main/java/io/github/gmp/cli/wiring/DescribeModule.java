package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.gmp.runtime.config.DescribedConfig;
import io.github.gmp.runtime.describe.Documentation;
import io.github.gmp.runtime.describe.Examples;

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
