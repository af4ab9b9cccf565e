package io.github.gmp.probes.radial;

import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.probe.RadialProbe;

/**
 * G(r) = A exp(−r² / (2σ²)) (arXiv:2102.02390, Eq. 1).
 *
 * @param sigma σ in Å
 * @param normalization the choice of A
 */
public record GaussianProbe(double sigma, Normalization normalization) implements RadialProbe {
    /** @throws IllegalArgumentException if σ is not positive and finite */
    public GaussianProbe {
        if (!(sigma > 0) || !Double.isFinite(sigma)) {
            throw new IllegalArgumentException("sigma must be positive and finite, got " + sigma);
        }
    }

    @Override
    public String label() {
        return "sigma=" + sigma;
    }

    @Override
    public GaussianMixture expansion() {
        return GaussianMixture.of(normalization.prefactor(sigma), 1 / (2 * sigma * sigma));
    }
}
