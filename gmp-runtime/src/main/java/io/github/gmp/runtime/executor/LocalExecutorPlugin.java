package io.github.gmp.runtime.executor;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;

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
        return List.of(new LocalExecutorFactory());
    }
}
