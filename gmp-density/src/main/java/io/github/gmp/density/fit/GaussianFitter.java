package io.github.gmp.density.fit;

import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.density.table.GaussianTableFormat;

import java.util.List;
import java.util.Map;

/** {@link GaussianFit} as a component. */
public final class GaussianFitter implements DensityFitter {
    private final GaussianFitConfig config;

    /** @param config how to fit */
    public GaussianFitter(GaussianFitConfig config) {
        this.config = config;
    }

    @Override
    public FittedDensity fit(RadialDensity data) {
        return GaussianFit.fit(data, config);
    }

    @Override
    public String table(Map<String, String> notes, List<FittedDensity> fits) {
        return GaussianTableFormat.text(notes, fits);
    }
}
