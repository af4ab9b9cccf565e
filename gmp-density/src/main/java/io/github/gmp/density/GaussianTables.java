package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.plugin.ConfigException;

/** Makes {@link GaussianTable}s, built in or from a file. */
final class GaussianTables {
    private GaussianTables() {}

    static DensitySource of(GaussianTableConfig config) {
        if (config.file().isPresent() && config.folder().isPresent()) {
            throw ConfigException.invalid(
                    "folder",
                    config.folder().get().getFileName(),
                    "either a file or a folder, not both; 'layered' joins tables");
        }
        return config.file()
                .map(TableFile::read)
                .or(() -> config.folder().map(GFolderReader::readFolder))
                .orElseGet(() -> GaussianTableReader.read(config.table()));
    }
}
