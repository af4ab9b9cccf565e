package io.github.gmp.probes.invariant;

import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes the norms of whole orders, which are invariant under rotation. */
public final class OrderNormFactory implements ComponentFactory<OrderNormConfig, InvariantFamily> {
    @Override
    public ComponentKind<InvariantFamily> kind() {
        return InvariantFamily.KIND;
    }

    @Override
    public String name() {
        return "order-norm";
    }

    @Override
    public String description() {
        return "One feature per order: the sum of n!/(a!b!c!) mu_abc^2 over all components of the order, or its root. Invariant"
                + " under rotation.";
    }

    @Override
    public Class<OrderNormConfig> configType() {
        return OrderNormConfig.class;
    }

    @Override
    public InvariantFamily create(OrderNormConfig config, ComponentContext context) {
        BlockNorms.Form form = config.root() ? BlockNorms.Form.ROOT : BlockNorms.Form.SQUARED;
        return new WeightedProductFamily(layout ->
                new BlockNorms(layout, ComponentBlock.orders(layout), form, layout.weightedNormsAreInvariant()));
    }
}
