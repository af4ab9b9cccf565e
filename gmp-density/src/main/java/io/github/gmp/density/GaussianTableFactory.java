package io.github.gmp.density;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

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
                + " from a built-in table (sg15, or paper: arXiv:2102.02390) or a JSON file.";
    }

    @Override
    public Class<GaussianTableConfig> configType() {
        return GaussianTableConfig.class;
    }

    @Override
    public DensitySource create(GaussianTableConfig config, ComponentContext context) {
        return config.file()
                .map(file -> GaussianTableReader.read(context.resolve(file)))
                .orElseGet(() -> GaussianTableReader.read(config.table()));
    }
}
