package io.github.gmp.probes.radial;

import io.github.gmp.api.probe.RadialBasis;
import io.github.gmp.api.probe.RadialProbe;

import java.util.List;

/** Gaussian probes of several widths. */
record GaussianBasis(List<RadialProbe> probes) implements RadialBasis {
    GaussianBasis {
        probes = List.copyOf(probes);
    }
}
