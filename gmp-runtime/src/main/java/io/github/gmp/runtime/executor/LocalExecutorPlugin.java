package io.github.gmp.runtime.executor;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.api.task.TaskExecutor;

import java.util.Collection;
import java.util.List;

/** Offers the executor {@code local}: what the host brings along stands on the same footing as a plugin of somebody else. */
public final class LocalExecutorPlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-runtime";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(ComponentFactory.of(
                TaskExecutor.KIND,
                LocalExecutor.NAME,
                "Runs the trials of a search, or the shards of gmp featurize, on threads of this process, one thread for each; --threads says how"
                        + " many at once.",
                LocalExecutorConfig.class,
                (config, context) -> new LocalExecutor()));
    }
}
