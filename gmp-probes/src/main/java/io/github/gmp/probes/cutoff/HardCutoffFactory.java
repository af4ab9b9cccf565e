package io.github.gmp.probes.cutoff;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes hard spheres. */
public final class HardCutoffFactory implements ComponentFactory<RadiusConfig, CutoffFunction> {
    @Override
    public ComponentKind<CutoffFunction> kind() {
        return CutoffFunction.KIND;
    }

    @Override
    public String name() {
        return "hard";
    }

    @Override
    public String description() {
        return "A hard sphere, f_c = 1 inside the radius and 0 outside, as in arXiv:2102.02390; energies jump when an atom"
                + " crosses it.";
    }

    @Override
    public Class<RadiusConfig> configType() {
        return RadiusConfig.class;
    }

    @Override
    public CutoffFunction create(RadiusConfig config, ComponentContext context) {
        return CutoffFunctions.hard(config.radius());
    }
}
