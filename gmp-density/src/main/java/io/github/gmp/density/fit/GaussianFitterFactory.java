package io.github.gmp.density.fit;

import io.github.gmp.api.density.DensityFitter;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes {@link GaussianFitter}s. */
public final class GaussianFitterFactory implements ComponentFactory<GaussianFitConfig, DensityFitter> {
    @Override
    public ComponentKind<DensityFitter> kind() {
        return DensityFitter.KIND;
    }

    @Override
    public String name() {
        return "gaussian-fit";
    }

    @Override
    public String description() {
        return "Fits a sum of Gaussians with signed amplitudes to the density of an atom, its integral exact: variable projection"
                + " (doi:10.1137/0710036) with Levenberg-Marquardt from nine even-tempered starts and from the fit with one"
                + " Gaussian less. Used by 'gmp density fit'.";
    }

    @Override
    public Class<GaussianFitConfig> configType() {
        return GaussianFitConfig.class;
    }

    @Override
    public DensityFitter create(GaussianFitConfig config, ComponentContext context) {
        return new GaussianFitter(config);
    }
}
