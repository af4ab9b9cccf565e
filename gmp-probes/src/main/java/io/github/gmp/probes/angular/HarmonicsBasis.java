package io.github.gmp.probes.angular;

import io.github.gmp.api.probe.AngularBasis;
import io.github.gmp.api.probe.AngularProbe;

import java.util.List;

/** Maxwell-Cartesian spherical harmonics of several orders. */
record HarmonicsBasis(List<AngularProbe> probes) implements AngularBasis {
    HarmonicsBasis {
        probes = List.copyOf(probes);
    }

    /**
     * True for both forms: the components of one order are those of a symmetric tensor that turns with the structure, and the weights
     * make the sum its full contraction. In the literal form the tensor has traces, built from the unit tensor, which turns into
     * itself.
     */
    @Override
    public boolean weightedNormsAreInvariant() {
        return true;
    }
}
