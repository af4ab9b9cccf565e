package io.github.gmp.probes.invariant;

import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes products of three moments, coupled to a scalar. */
public final class CubicFactory implements ComponentFactory<CubicConfig, InvariantFamily> {
    @Override
    public ComponentKind<InvariantFamily> kind() {
        return InvariantFamily.KIND;
    }

    @Override
    public String name() {
        return "cubic";
    }

    @Override
    public String description() {
        return "Products of three moments coupled to a scalar, one per triple of orders n1 <= n2 <= n3 of even sum (n3 <= n1 + n2,"
                + " none of them 0) and triple of radial probes or channels: the mean over directions u of F_n1(u) F_n2(u)"
                + " F_n3(u), F_n(u) the sum of weight_c P_c(u) mu_c. Invariant under rotation.";
    }

    @Override
    public Class<CubicConfig> configType() {
        return CubicConfig.class;
    }

    @Override
    public InvariantFamily create(CubicConfig config, ComponentContext context) {
        return new WeightedProductFamily(layout -> new CubicInvariants(layout, config));
    }
}
