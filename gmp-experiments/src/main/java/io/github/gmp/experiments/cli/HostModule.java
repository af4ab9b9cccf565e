package io.github.gmp.experiments.cli;

import com.google.inject.AbstractModule;
import io.github.gmp.experiments.compare.CompareModule;
import io.github.gmp.experiments.density.DensityModule;
import io.github.gmp.experiments.describe.DescribeModule;
import io.github.gmp.experiments.model.ModelModule;
import io.github.gmp.experiments.predict.PredictModule;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.search.SearchModule;
import io.github.gmp.experiments.train.TrainModule;
import io.github.gmp.experiments.trial.TrialModule;

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
