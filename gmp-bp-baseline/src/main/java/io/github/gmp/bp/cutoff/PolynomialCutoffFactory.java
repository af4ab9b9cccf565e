package io.github.gmp.bp.cutoff;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Offers {@link CutoffFunctions#polynomial} as {@code polynomial}. */
public final class PolynomialCutoffFactory implements ComponentFactory<PolynomialCutoffConfig, CutoffFunction> {
    @Override
    public ComponentKind<CutoffFunction> kind() {
        return CutoffFunction.KIND;
    }

    @Override
    public String name() {
        return "polynomial";
    }

    @Override
    public String description() {
        return "The polynomial that falls from 1 to 0 with 1 to 4 vanishing derivatives at both ends "
                + "(poly1 to poly4 of n2p2). Singraber, Behler and Dellago, doi:10.1021/acs.jctc.8b00770.";
    }

    @Override
    public Class<PolynomialCutoffConfig> configType() {
        return PolynomialCutoffConfig.class;
    }

    @Override
    public CutoffFunction create(PolynomialCutoffConfig config, ComponentContext context) {
        return CutoffFunctions.polynomial(config.radius(), config.vanishingDerivatives());
    }
}
