package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;

import java.util.Optional;

/**
 * exp(−η s) of squared distances s within the cutoff: a short polynomial where η r_c² is small, which it is for the angular functions of
 * all published sets, otherwise an exponential. Immutable.
 */
final class GaussianTable {
    private static final double TOLERANCE = 2e-15;
    /** From here on an exponential is cheaper, and it needs no polynomial for its derivative. */
    private static final int LARGEST_DEGREE = 12;

    private final double eta;
    private final Optional<double[]> coefficients;

    /**
     * @param eta η in Å⁻²
     * @param radius r_c in Å
     */
    GaussianTable(double eta, double radius) {
        this.eta = eta;
        double rate = eta * radius * radius / 2;
        coefficients = PolynomialFit.of(
                        x -> Math.exp(-rate * (1 + x)),
                        x -> -rate * Math.exp(-rate * (1 + x)),
                        TOLERANCE,
                        LARGEST_DEGREE)
                .map(PolynomialFit::value);
    }

    double eta() {
        return eta;
    }

    /** @return floating-point operations per value, for the cost model */
    int operations() {
        return coefficients.map(c -> 2 * (c.length - 1)).orElse(OperationCount.TRANSCENDENTAL);
    }

    /**
     * @param kernel the loops
     * @param square s in Å²
     * @param argument 2 s / r_c² − 1, at most 1
     * @param result receives exp(−η s); anything finite beyond the cutoff
     * @param length number of values
     */
    void evaluate(SymmetryKernel kernel, double[] square, double[] argument, double[] result, int length) {
        if (coefficients.isPresent()) {
            kernel.polynomial(coefficients.get(), argument, result, length);
        } else {
            kernel.exponential(eta, square, result, length);
        }
    }
}
