package io.github.gmp.runtime.executor;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.task.TaskExecutor;

/** Makes {@link LocalExecutor}s. */
final class LocalExecutorFactory implements ComponentFactory<LocalExecutorConfig, TaskExecutor> {
    @Override
    public ComponentKind<TaskExecutor> kind() {
        return TaskExecutor.KIND;
    }

    @Override
    public String name() {
        return LocalExecutor.NAME;
    }

    @Override
    public String description() {
        return "Runs the trials of a search, or the shards of gmp featurize, on threads of this process, one thread for each; --threads says how"
                + " many at once.";
    }

    @Override
    public Class<LocalExecutorConfig> configType() {
        return LocalExecutorConfig.class;
    }

    @Override
    public TaskExecutor create(LocalExecutorConfig config, ComponentContext context) {
        return new LocalExecutor();
    }
}
