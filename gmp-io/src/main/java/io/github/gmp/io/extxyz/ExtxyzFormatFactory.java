package io.github.gmp.io.extxyz;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;

import java.util.Optional;

/** Makes {@link ExtxyzFormat}s. */
public final class ExtxyzFormatFactory implements ComponentFactory<ExtxyzConfig, DatasetFormat> {
    @Override
    public ComponentKind<DatasetFormat> kind() {
        return DatasetFormat.KIND;
    }

    @Override
    public String name() {
        return "extxyz";
    }

    @Override
    public String description() {
        return "Extended XYZ as ASE and the libAtoms specification have it, and plain XYZ; .xyz, .extxyz, .exyz, also with"
                + " .gz or .xz. Positions in Å, energies in eV, forces in eV/Å, stress in eV/Å³.";
    }

    @Override
    public Class<ExtxyzConfig> configType() {
        return ExtxyzConfig.class;
    }

    @Override
    public DatasetFormat create(ExtxyzConfig config, ComponentContext context) {
        checkKey("energyKey", config.energyKey());
        checkKey("forcesKey", config.forcesKey());
        checkKey("stressKey", config.stressKey());
        return new ExtxyzFormat(config);
    }

    private static void checkKey(String name, Optional<String> key) {
        if (key.isPresent() && key.get().isBlank()) {
            throw ConfigException.invalid(name, "'" + key.get() + "'", "a name; leave the key out for the usual names");
        }
    }
}
