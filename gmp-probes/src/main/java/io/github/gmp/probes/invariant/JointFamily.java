package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;

import java.util.List;

/**
 * Several families of invariants of the same moments.
 *
 * @param families the families
 */
record JointFamily(List<InvariantFamily> families) implements InvariantFamily {
    JointFamily {
        families = List.copyOf(families);
    }

    @Override
    public MomentInvariants bind(MomentLayout layout) {
        return new JointInvariants(
                families.stream().map(family -> family.bind(layout)).toList());
    }

    @Override
    public boolean usesWeightedProductsOnly() {
        return families.stream().allMatch(InvariantFamily::usesWeightedProductsOnly);
    }
}
