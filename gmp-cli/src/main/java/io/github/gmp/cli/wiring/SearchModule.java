package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.finished.Refine;
import io.github.gmp.experiments.search.report.SearchStatus;
import io.github.gmp.experiments.search.run.Search;
import io.github.gmp.experiments.search.worker.TrialWorkers;
import io.github.gmp.runtime.config.DescribedConfig;

/** Binds the search. */
public final class SearchModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Search.class);
        bind(SearchStatus.class);
        bind(Refine.class);
        bind(TrialWorkers.class);
        Multibinder.newSetBinder(binder(), DescribedConfig.class)
                .addBinding()
                .toInstance(new DescribedConfig(
                        "search",
                        "Configuration of gmp search: what candidates are made from, what may change, and for how long.",
                        SearchConfig.class));
    }
}
