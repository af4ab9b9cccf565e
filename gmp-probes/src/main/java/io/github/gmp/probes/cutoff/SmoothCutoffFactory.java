package io.github.gmp.probes.cutoff;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes cutoffs that fall to zero with vanishing first and second derivative. */
public final class SmoothCutoffFactory implements ComponentFactory<RadiusConfig, CutoffFunction> {
    /** First and second derivative: forces stay differentiable where an atom crosses the cutoff. */
    private static final int VANISHING_DERIVATIVES = 2;

    @Override
    public ComponentKind<CutoffFunction> kind() {
        return CutoffFunction.KIND;
    }

    @Override
    public String name() {
        return "smooth";
    }

    @Override
    public String description() {
        return "The polynomial f_c(u) = (1 - u)^3 (1 + 3u + 6u^2), u = r / radius: from 1 to 0 with vanishing first and"
                + " second derivatives at both ends.";
    }

    @Override
    public Class<RadiusConfig> configType() {
        return RadiusConfig.class;
    }

    @Override
    public CutoffFunction create(RadiusConfig config, ComponentContext context) {
        return CutoffFunctions.polynomial(config.radius(), VANISHING_DERIVATIVES);
    }
}
