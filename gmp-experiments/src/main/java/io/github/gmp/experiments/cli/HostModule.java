package io.github.gmp.experiments.cli;

import com.google.inject.AbstractModule;

/** What the host binds. Each feature has a module of its own in its package, installed here. */
final class HostModule extends AbstractModule {
    private final GlobalOptions options;

    HostModule(GlobalOptions options) {
        this.options = options;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        bind(GlobalOptions.class).toInstance(options);
        // One line per feature, e.g. install(new TrialModule()).
    }
}
