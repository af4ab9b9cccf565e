package io.github.gmp.spark;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;

import java.util.Collection;
import java.util.List;

/** Offers the executor {@code spark}. */
public final class SparkPlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-spark";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(new SparkExecutorFactory());
    }
}
