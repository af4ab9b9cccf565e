package io.github.gmp.probes.moment;

import java.util.List;

/**
 * A radial function R(x²) = Σ C λ^e q(1/γ) e^{−κx²} over pairs of Gaussians, with q(1/γ) = Σ_m q_m γ^{−m}, see {@link MomentPlan}. It multiplies
 * functions of degree e of the pair vector.
 *
 * @param degree e
 * @param gammaPolynomial q_0, q_1, …; the first that is not zero is 1
 */
public record Channel(int degree, List<Double> gammaPolynomial) {
    /** Copies the list. */
    public Channel {
        gammaPolynomial = List.copyOf(gammaPolynomial);
    }

    /**
     * {@return λ^e q(1/γ)}
     *
     * @param lambda λ
     * @param gamma γ in Å⁻²
     */
    double factor(double lambda, double gamma) {
        double sum = 0;
        for (int m = gammaPolynomial.size() - 1; m >= 0; m--) {
            sum = sum / gamma + gammaPolynomial.get(m);
        }
        return sum * Math.pow(lambda, degree);
    }
}
