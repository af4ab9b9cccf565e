package io.github.gmp.bp.cutoff;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Offers {@link CutoffFunctions#cosine} as {@code cosine}. */
public final class CosineCutoffFactory implements ComponentFactory<RadiusConfig, CutoffFunction> {
    @Override
    public ComponentKind<CutoffFunction> kind() {
        return CutoffFunction.KIND;
    }

    @Override
    public String name() {
        return "cosine";
    }

    @Override
    public String description() {
        return "f_c(r) = (1 + cos(pi r / r_c)) / 2, with a continuous first derivative at r_c. "
                + "Behler and Parrinello, doi:10.1103/PhysRevLett.98.146401.";
    }

    @Override
    public Class<RadiusConfig> configType() {
        return RadiusConfig.class;
    }

    @Override
    public CutoffFunction create(RadiusConfig config, ComponentContext context) {
        return CutoffFunctions.cosine(config.radius());
    }
}
