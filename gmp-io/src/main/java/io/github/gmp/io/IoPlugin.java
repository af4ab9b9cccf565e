package io.github.gmp.io;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.io.extxyz.ExtxyzFormatFactory;

import java.util.Collection;
import java.util.List;

/** Offers the dataset formats of this module. */
public final class IoPlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-io";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(new ExtxyzFormatFactory());
    }
}
