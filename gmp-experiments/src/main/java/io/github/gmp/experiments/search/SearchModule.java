package io.github.gmp.experiments.search;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.gmp.experiments.config.DescribedConfig;
import io.github.gmp.experiments.search.worker.TrialWorkers;

/** Binds the search. */
public final class SearchModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SearchSession.class);
        bind(SearchStatus.class);
        bind(Refinement.class);
        bind(TrialWorkers.class);
        Multibinder.newSetBinder(binder(), DescribedConfig.class)
                .addBinding()
                .toInstance(new DescribedConfig(
                        "search",
                        "Configuration of gmp search: what candidates are made from, what may change, and for how long.",
                        SearchConfig.class));
    }
}
