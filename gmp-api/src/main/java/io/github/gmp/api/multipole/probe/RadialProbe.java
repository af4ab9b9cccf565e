package io.github.gmp.api.multipole.probe;

import io.github.gmp.api.multipole.density.GaussianMixture;

/** One radial probe: a sum of Gaussians, so that every overlap with a density stays closed-form. */
public interface RadialProbe {
    /** {@return the short label for feature names, e.g. {@code sigma=0.25}} */
    String label();

    /** {@return G(r) = Σ_k A_k exp(−α_k r²), α in Å⁻²} */
    GaussianMixture expansion();
}
