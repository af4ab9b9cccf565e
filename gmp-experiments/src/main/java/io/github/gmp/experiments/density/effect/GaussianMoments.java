package io.github.gmp.experiments.density.effect;

import io.github.gmp.api.multipole.density.GaussianMixture;

/**
 * Moments of a sum of Gaussians in closed form, R_n(d) = Σ_k B_k (π/γ)^{3/2} (β/γ)^n e^{−αβd²/γ}, γ = α + β (docs/gmp.md).
 *
 * @param density ρ
 */
record GaussianMoments(GaussianMixture density) implements RadialMoments {
    @Override
    public double moment(int order, double alpha, double distance) {
        double sum = 0;
        for (int k = 0; k < density.size(); k++) {
            double beta = density.exponent(k);
            double gamma = alpha + beta;
            sum += density.amplitude(k)
                    * Math.pow(Math.PI / gamma, 1.5)
                    * Math.pow(beta / gamma, order)
                    * Math.exp(-alpha * beta / gamma * distance * distance);
        }
        return Math.pow(distance, order) * sum;
    }
}
