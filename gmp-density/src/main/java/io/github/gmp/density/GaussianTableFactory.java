package io.github.gmp.density;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;

/** Makes {@link GaussianTable}s, built in or from a file. */
public final class GaussianTableFactory implements ComponentFactory<GaussianTableConfig, DensitySource> {
    @Override
    public ComponentKind<DensitySource> kind() {
        return DensitySource.KIND;
    }

    @Override
    public String name() {
        return "gaussian-table";
    }

    @Override
    public String description() {
        return "Valence electron densities of isolated atoms as sums of Gaussians, rho(r) = sum_k B_k exp(-beta_k r^2),"
                + " from a built-in table (sg15, or paper: arXiv:2102.02390) or files of your own.";
    }

    @Override
    public Class<GaussianTableConfig> configType() {
        return GaussianTableConfig.class;
    }

    @Override
    public DensitySource create(GaussianTableConfig config, ComponentContext context) {
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
