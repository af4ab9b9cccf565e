package com.example.histogram;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;

import java.util.Collection;
import java.util.List;

/** What GMP finds, through META-INF/services/io.github.gmp.api.plugin.Plugin. */
public final class HistogramPlugin implements Plugin {
    @Override
    public String name() {
        return "charge-histogram";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(new ChargeHistogramFactory());
    }
}
