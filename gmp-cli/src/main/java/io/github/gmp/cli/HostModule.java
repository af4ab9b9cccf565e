package io.github.gmp.cli;

import com.google.inject.AbstractModule;
import io.github.gmp.cli.wiring.CompareModule;
import io.github.gmp.cli.wiring.DensityModule;
import io.github.gmp.cli.wiring.DescribeModule;
import io.github.gmp.cli.wiring.ModelModule;
import io.github.gmp.cli.wiring.PredictModule;
import io.github.gmp.cli.wiring.SearchModule;
import io.github.gmp.cli.wiring.TrainModule;
import io.github.gmp.cli.wiring.TrialModule;
import io.github.gmp.runtime.progress.Progress;

/** What the host binds besides the plugins. Each feature has a module of its own in its package, installed here. */
final class HostModule extends AbstractModule {
    private final GlobalOptions options;
    private final Progress progress;

    HostModule(GlobalOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        bind(GlobalOptions.class).toInstance(options);
        bind(Progress.class).toInstance(progress);
        // One line per feature.
        install(new DescribeModule());
        install(new TrialModule());
        install(new ModelModule());
        install(new PredictModule());
        install(new TrainModule());
        install(new SearchModule());
        install(new CompareModule());
        install(new DensityModule());
    }
}
