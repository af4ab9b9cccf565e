package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ConfigException;

/** Makes {@link GaussianTable}s, built in or from a file. */
final class GaussianTables {
    private GaussianTables() {}

    static DensitySource of(GaussianTableConfig config, ComponentContext context) {
        if (config.file().isPresent() && config.folder().isPresent()) {
            throw ConfigException.invalid(
                    "folder", config.folder().get(), "either a file or a folder, not both; 'layered' joins tables");
        }
        return config.file()
                .map(file -> TableFile.read(context.resolve(file)))
                .or(() -> config.folder().map(folder -> GFolderReader.readFolder(context.resolve(folder))))
                .orElseGet(() -> GaussianTableReader.read(config.table()));
    }
}
