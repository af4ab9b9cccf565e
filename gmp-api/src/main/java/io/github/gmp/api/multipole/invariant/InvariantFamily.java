package io.github.gmp.api.multipole.invariant;

import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.plugin.ComponentKind;

/** A kind of invariants that can be formed from any moments. Immutable and thread-safe. */
public interface InvariantFamily {
    /** The component kind, key {@code invariants} of a GMP descriptor. */
    ComponentKind<InvariantFamily> KIND = new ComponentKind<>("invariants", InvariantFamily.class);

    /**
     * {@return the invariants of moments of a layout}
     *
     * @param layout the moments
     */
    MomentInvariants bind(MomentLayout layout);

    /**
     * Whether the invariants of any layout depend on its moments through Σ_c weight_c μ_c μ'_c over the components of each order alone, or
     * through the functions Σ_c weight_c P_c(u) μ_c of a direction u that they give. Such invariants are the same for every basis that
     * gives the same sums, and are computed in the smallest one, see {@link AngularBasis#compact()}.
     *
     * @return false unless a family says otherwise
     */
    default boolean usesWeightedProductsOnly() {
        return false;
    }
}
