package io.github.gmp.probes.angular;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.probe.AngularBasis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes sets of Maxwell-Cartesian spherical harmonics. */
public final class HarmonicsFactory implements ComponentFactory<HarmonicsConfig, AngularBasis> {
    @Override
    public ComponentKind<AngularBasis> kind() {
        return AngularBasis.KIND;
    }

    @Override
    public String name() {
        return "mcsh";
    }

    @Override
    public String description() {
        return "Maxwell-Cartesian spherical harmonics S_abc of orders n = a + b + c up to 9 (arXiv:2102.02390, Table 1).";
    }

    @Override
    public Class<HarmonicsConfig> configType() {
        return HarmonicsConfig.class;
    }

    /** @throws ConfigException if the list of orders is empty or has one twice */
    @Override
    public AngularBasis create(HarmonicsConfig config, ComponentContext context) {
        List<Integer> orders = config.orders()
                .orElseGet(() ->
                        IntStream.rangeClosed(0, config.maxOrder()).boxed().toList());
        if (orders.isEmpty()) {
            throw ConfigException.invalid("orders", "[]", "at least one order, 0 to 9");
        }
        Set<Integer> seen = new HashSet<>();
        for (int order : orders) {
            if (!seen.add(order)) {
                throw ConfigException.invalid("orders", orders, "every order once; " + order + " is there twice");
            }
        }
        return new HarmonicsBasis(orders.stream().sorted().toList(), config.polynomials());
    }
}
