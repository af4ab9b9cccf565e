package io.github.gmp.api.multipole.probe;

import io.github.gmp.api.plugin.ComponentKind;

import java.util.List;

/** The angular probes of a descriptor, one per order, in the order of its features. Immutable and thread-safe. */
public interface AngularBasis {
    /** The component kind, key {@code angular} of a GMP descriptor. */
    ComponentKind<AngularBasis> KIND = new ComponentKind<>("angular", AngularBasis.class);

    /** {@return the probes, ascending in order, at least one} */
    List<AngularProbe> probes();

    /**
     * Whether Σ_c weight_c μ_c μ'_c over the components of each order is invariant under rotation.
     *
     * @return true for complete sets with the right weights, such as the Maxwell-Cartesian harmonics
     */
    boolean weightedNormsAreInvariant();

    /**
     * A basis with the same orders and the same Σ_c weight_c μ_c μ'_c per order for all moments, in as few components as possible.
     *
     * @return this one unless a basis knows a smaller one
     */
    default AngularBasis compact() {
        return this;
    }
}
