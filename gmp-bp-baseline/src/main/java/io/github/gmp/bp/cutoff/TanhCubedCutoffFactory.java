package io.github.gmp.bp.cutoff;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Offers {@link CutoffFunctions#tanhCubed} as {@code tanh-cubed}. */
public final class TanhCubedCutoffFactory implements ComponentFactory<RadiusConfig, CutoffFunction> {
    @Override
    public ComponentKind<CutoffFunction> kind() {
        return CutoffFunction.KIND;
    }

    @Override
    public String name() {
        return "tanh-cubed";
    }

    @Override
    public String description() {
        return "f_c(r) = tanh(1 - r / r_c)^3, with two continuous derivatives at r_c; it is 0.44 at r = 0. "
                + "Behler, doi:10.1063/1.3553717.";
    }

    @Override
    public Class<RadiusConfig> configType() {
        return RadiusConfig.class;
    }

    @Override
    public CutoffFunction create(RadiusConfig config, ComponentContext context) {
        return CutoffFunctions.tanhCubed(config.radius());
    }
}
