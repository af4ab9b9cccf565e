package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;
import io.github.gmp.bp.symmetry.kernel.TripletKernel;
import io.github.gmp.bp.symmetry.kernel.TripletTile;

import java.util.Optional;

/**
 * exp(−η s) of squared distances s within the cutoff: a short polynomial where η r_c² is small, as it is for the angular functions of
 * most published sets, otherwise an exponential. Immutable.
 */
final class GaussianDecay {
    private static final double TOLERANCE = 2e-15;
    /** From here on an exponential is as cheap. */
    private static final int LARGEST_DEGREE = 16;

    private final double eta;
    private final Optional<double[]> coefficients;

    /**
     * @param eta η in Å⁻²
     * @param radius r_c in Å
     */
    GaussianDecay(double eta, double radius) {
        this.eta = eta;
        coefficients = PolynomialFit.of(
                        s -> Math.exp(-eta * s),
                        s -> -eta * Math.exp(-eta * s),
                        0,
                        radius * radius,
                        TOLERANCE,
                        LARGEST_DEGREE)
                .map(fit -> padded(fit.value()));
    }

    /** Short polynomials are given one length: there is a loop of their own for it. */
    private static double[] padded(double[] coefficients) {
        int missing = Math.max(0, TripletKernel.SHORT_POLYNOMIAL - coefficients.length);
        double[] result = new double[coefficients.length + missing];
        System.arraycopy(coefficients, 0, result, missing, coefficients.length);
        return result;
    }

    double eta() {
        return eta;
    }

    /** {@return the floating-point operations per value, for the cost model} */
    int operations() {
        return coefficients.map(c -> 2 * (c.length - 1)).orElse(SymmetryOperations.TRANSCENDENTAL);
    }

    /**
     * @param kernel the loops
     * @param square s in Å², at most r_c²
     * @param result receives exp(−η s)
     * @param length number of values
     */
    void evaluate(SymmetryKernel kernel, double[] square, double[] result, int length) {
        if (coefficients.isPresent()) {
            kernel.arrays().polynomial(coefficients.get(), square, result, length);
        } else {
            kernel.arrays().exponential(eta, square, result, length);
        }
    }

    /**
     * Weights of triplets, e_j e_k exp(−η s_jk) f.
     *
     * @param kernel the loops
     * @param tile the triplets
     * @param gaussians e, {@code [place]}
     * @param factors f per triplet
     * @param work scratch
     * @param weights receives the weights
     * @param offset where they start
     */
    void weigh(
            SymmetryKernel kernel,
            TripletTile tile,
            double[] gaussians,
            double[] factors,
            double[] work,
            double[] weights,
            int offset) {
        if (coefficients.isPresent() && coefficients.get().length == TripletKernel.SHORT_POLYNOMIAL) {
            kernel.triplets().weighByPolynomial(tile, gaussians, coefficients.get(), factors, weights, offset);
        } else {
            evaluate(kernel, tile.square, work, tile.length());
            kernel.triplets().weigh(tile, gaussians, work, factors, weights, offset);
        }
    }
}
