package io.github.gmp.io;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.io.extxyz.ExtxyzConfig;
import io.github.gmp.io.extxyz.ExtxyzFormat;

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
        return List.of(ComponentFactory.of(
                DatasetFormat.KIND,
                "extxyz",
                "Extended XYZ as ASE and the libAtoms specification have it, and plain XYZ; .xyz, .extxyz, .exyz, also with"
                        + " .gz or .xz. Positions in Å, energies in eV, forces in eV/Å, stress in eV/Å³.",
                ExtxyzConfig.class,
                (config, context) -> new ExtxyzFormat(config)));
    }
}
