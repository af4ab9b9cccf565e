package io.github.gmp.probes.invariant;

import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes the moments of order 0 features as they are. */
public final class OrderZeroFactory implements ComponentFactory<OrderZeroConfig, InvariantFamily> {
    @Override
    public ComponentKind<InvariantFamily> kind() {
        return InvariantFamily.KIND;
    }

    @Override
    public String name() {
        return "order-zero";
    }

    @Override
    public String description() {
        return "One feature per radial probe or channel: its moment of order 0, which is invariant under rotation by itself. A"
                + " supplement to others, see joint.";
    }

    @Override
    public Class<OrderZeroConfig> configType() {
        return OrderZeroConfig.class;
    }

    @Override
    public InvariantFamily create(OrderZeroConfig config, ComponentContext context) {
        return new WeightedProductFamily(OrderZero::new);
    }
}
