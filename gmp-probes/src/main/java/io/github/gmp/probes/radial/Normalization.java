package io.github.gmp.probes.radial;

/** The prefactor A of a Gaussian probe G(r) = A exp(−r² / (2σ²)). */
public enum Normalization {
    /** A = 1 / (σ √(2π)), in Å⁻¹: the one-dimensional normalization of arXiv:2102.02390. */
    PAPER {
        @Override
        double prefactor(double sigma) {
            return 1 / (sigma * Math.sqrt(2 * Math.PI));
        }
    },
    /** A = (σ √(2π))⁻³, in Å⁻³: ∫ G dr = 1, so that moments tend to the density itself for small σ. */
    VOLUME {
        @Override
        double prefactor(double sigma) {
            double side = 1 / (sigma * Math.sqrt(2 * Math.PI));
            return side * side * side;
        }
    };

    abstract double prefactor(double sigma);
}
