package io.github.gmp.probes.invariant;

import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes power spectra: the order norm with all pairs of radial probes. */
public final class PowerSpectrumFactory implements ComponentFactory<PowerSpectrumConfig, InvariantFamily> {
    @Override
    public ComponentKind<InvariantFamily> kind() {
        return InvariantFamily.KIND;
    }

    @Override
    public String name() {
        return "power-spectrum";
    }

    @Override
    public String description() {
        return "One feature per order and pair of radial probes: the sum of n!/(a!b!c!) mu_abc(sigma) mu_abc(sigma'). Invariant"
                + " under rotation; the pairs with sigma = sigma' are the squared order norm.";
    }

    @Override
    public Class<PowerSpectrumConfig> configType() {
        return PowerSpectrumConfig.class;
    }

    @Override
    public InvariantFamily create(PowerSpectrumConfig config, ComponentContext context) {
        return new WeightedProductFamily(PowerSpectrum::new);
    }
}
