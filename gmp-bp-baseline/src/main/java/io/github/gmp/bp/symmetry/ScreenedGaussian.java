package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;

/**
 * e_η(s) = exp(−η s) f_c(√s) of the square of a distance, s = r² in Å². For the cosine cutoff this is an entire function of s with a double
 * zero at r_c², and
 *
 * <pre>e_η(s) = (1 − u)² p(t),   u = s / r_c²,   t = 2u − 1,</pre>
 *
 * <p>with a polynomial p of moderate degree gives it to rounding, relative to itself also near the cutoff, without root, cosine or
 * exponential. Other cutoffs are evaluated as they stand. Immutable and thread-safe.
 *
 * <p>p interpolates in Chebyshev points. Its degree is the smallest that meets {@value #ACCURACY} of its largest value, and
 * {@value #SLOPE_ACCURACY} of that of the derivative of e_η, on a grid of its own.
 */
public final class ScreenedGaussian {
    private static final double ACCURACY = 4e-15;
    private static final double SLOPE_ACCURACY = 1e-13;
    private static final int SMALLEST_DEGREE = 6;
    private static final int LARGEST_DEGREE = 20;
    private static final int GRID = 400;

    private final double eta;
    private final CutoffFunction cutoff;
    private final double limit;
    private final double[] coefficients;
    private final double[] slopeCoefficients;

    ScreenedGaussian(double eta, CutoffFunction cutoff) {
        this.eta = eta;
        this.cutoff = cutoff;
        limit = cutoff.radius() * cutoff.radius();
        double[] found = new double[0];
        for (int degree = SMALLEST_DEGREE; degree <= LARGEST_DEGREE && found.length == 0; degree++) {
            double[] candidate = interpolation(degree);
            if (isAccurate(candidate)) {
                found = candidate;
            }
        }
        coefficients = found;
        slopeCoefficients = derivative(found);
    }

    /** Newton's divided differences in the Chebyshev points, expanded in powers of t. */
    private double[] interpolation(int degree) {
        int n = degree + 1;
        double[] t = new double[n];
        double[] difference = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = Math.cos(Math.PI * (2 * i + 1) / (2.0 * n));
            difference[i] = quotient(0.5 * (t[i] + 1));
        }
        for (int level = 1; level < n; level++) {
            for (int i = n - 1; i >= level; i--) {
                difference[i] = (difference[i] - difference[i - 1]) / (t[i] - t[i - level]);
            }
        }
        double[] powers = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            for (int k = n - 1; k > 0; k--) {
                powers[k] = powers[k - 1] - t[i] * powers[k];
            }
            powers[0] = difference[i] - t[i] * powers[0];
        }
        return powers;
    }

    /** p, from e_η as it stands. */
    private double quotient(double u) {
        return exactValue(limit * u) / ((1 - u) * (1 - u));
    }

    private boolean isAccurate(double[] candidate) {
        double[] slope = derivative(candidate);
        double largest = 0;
        double error = 0;
        double largestSlope = 0;
        double slopeError = 0;
        for (int i = 1; i < GRID; i++) {
            double u = (double) i / GRID;
            largest = Math.max(largest, Math.abs(quotient(u)));
            error = Math.max(error, Math.abs(horner(candidate, 2 * u - 1) - quotient(u)));
            double exact = exactSlope(limit * u);
            largestSlope = Math.max(largestSlope, Math.abs(exact));
            slopeError = Math.max(slopeError, Math.abs(slope(candidate, slope, u) - exact));
        }
        return error <= ACCURACY * largest && slopeError <= SLOPE_ACCURACY * largestSlope;
    }

    /** d/ds of (1 − u)² p = 2 (1 − u) ((1 − u) dp/dt − p) / r_c². */
    private double slope(double[] p, double[] slopeOfP, double u) {
        double t = 2 * u - 1;
        return 2 * (1 - u) * ((1 - u) * horner(slopeOfP, t) - horner(p, t)) / limit;
    }

    private static double[] derivative(double[] polynomial) {
        double[] result = new double[Math.max(0, polynomial.length - 1)];
        for (int k = 1; k < polynomial.length; k++) {
            result[k - 1] = k * polynomial[k];
        }
        return result;
    }

    private static double horner(double[] polynomial, double t) {
        double sum = 0;
        for (int k = polynomial.length - 1; k >= 0; k--) {
            sum = sum * t + polynomial[k];
        }
        return sum;
    }

    private double exactValue(double s) {
        return Math.exp(-eta * s) * cutoff.value(Math.sqrt(s));
    }

    private double exactSlope(double s) {
        double r = Math.sqrt(s);
        double cutoffSlope = r > 0 ? cutoff.derivative(r) / (2 * r) : 0;
        return Math.exp(-eta * s) * (cutoffSlope - eta * cutoff.value(r));
    }

    /**
     * @param s square of a distance in Å²
     * @return e_η(s), 0 from the cutoff on
     */
    double value(double s) {
        if (s >= limit) {
            return 0;
        }
        if (!isPolynomial()) {
            return exactValue(Math.max(0, s));
        }
        double u = s / limit;
        return (1 - u) * (1 - u) * horner(coefficients, 2 * u - 1);
    }

    /**
     * @param s square of a distance in Å²
     * @return de_η/ds in Å⁻², 0 from the cutoff on; at s = 0 without the part of the cutoff function, whose direction is undefined there
     */
    double slope(double s) {
        if (s >= limit) {
            return 0;
        }
        return isPolynomial() ? slope(coefficients, slopeCoefficients, s / limit) : exactSlope(Math.max(0, s));
    }

    /**
     * Values of many, for kernels.
     *
     * @param s squares of distances in Å²
     * @param from first of them
     * @param count number of them
     * @param values receives e_η
     * @param offset where in {@code values} to start
     */
    public void values(double[] s, int from, int count, double[] values, int offset) {
        for (int i = 0; i < count; i++) {
            values[offset + i] = value(s[from + i]);
        }
    }

    /**
     * Slopes of many, for kernels.
     *
     * @param s squares of distances in Å²
     * @param from first of them
     * @param count number of them
     * @param slopes receives de_η/ds
     * @param offset where in {@code slopes} to start
     */
    public void slopes(double[] s, int from, int count, double[] slopes, int offset) {
        for (int i = 0; i < count; i++) {
            slopes[offset + i] = slope(s[from + i]);
        }
    }

    /** @return whether {@link #coefficients()} hold */
    public boolean isPolynomial() {
        return coefficients.length > 0;
    }

    /** @return r_c² in Å²; the function is 0 from there on */
    public double limit() {
        return limit;
    }

    /** @return the coefficients of p by powers of t, ascending, the live array; empty if e_η is no polynomial */
    public double[] coefficients() {
        return coefficients;
    }

    /** @return the coefficients of dp/dt, ascending, the live array */
    public double[] slopeCoefficients() {
        return slopeCoefficients;
    }
}
