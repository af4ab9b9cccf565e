package io.github.gmp.experiments.search.worker;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.trial.TrialExecutor;

/** Makes {@link LocalExecutor}s. */
final class LocalExecutorFactory implements ComponentFactory<LocalExecutorConfig, TrialExecutor> {
    @Override
    public ComponentKind<TrialExecutor> kind() {
        return TrialExecutor.KIND;
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String description() {
        return "Runs the trials of a search on threads of this process, one thread for each; --threads says how many at once.";
    }

    @Override
    public Class<LocalExecutorConfig> configType() {
        return LocalExecutorConfig.class;
    }

    @Override
    public TrialExecutor create(LocalExecutorConfig config, ComponentContext context) {
        return new LocalExecutor();
    }
}
