package io.github.gmp.api.invariant;

import io.github.gmp.api.plugin.ComponentKind;

/** A kind of invariants that can be formed from any moments. Immutable and thread-safe. */
public interface InvariantFamily {
    /** The component kind, key {@code invariants} of a GMP descriptor. */
    ComponentKind<InvariantFamily> KIND = new ComponentKind<>("invariants", InvariantFamily.class);

    /**
     * @param layout the moments
     * @return the invariants of such moments
     */
    MomentInvariants bind(MomentLayout layout);
}
