package io.github.gmp.api.multipole.probe;

import io.github.gmp.api.plugin.ComponentKind;

import java.util.List;

/** The radial probes of a descriptor, in the order of its features. Immutable and thread-safe. */
public interface RadialBasis {
    /** The component kind, key {@code radial} of a GMP descriptor. */
    ComponentKind<RadialBasis> KIND = new ComponentKind<>("radial", RadialBasis.class);

    /** {@return the probes, at least one} */
    List<RadialProbe> probes();
}
