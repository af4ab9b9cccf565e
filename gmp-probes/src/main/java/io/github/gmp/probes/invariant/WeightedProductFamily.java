package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;

import java.util.function.Function;

/**
 * Invariants that depend on the moments through the weighted products of each order alone.
 *
 * @param binding makes the invariants of a layout
 */
record WeightedProductFamily(Function<MomentLayout, MomentInvariants> binding) implements InvariantFamily {
    @Override
    public MomentInvariants bind(MomentLayout layout) {
        return binding.apply(layout);
    }

    @Override
    public boolean usesWeightedProductsOnly() {
        return true;
    }
}
