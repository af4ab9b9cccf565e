package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;

/**
 * e_η(s) = exp(−η s) f_c(√s) of the square of a distance, s = r² in Å². For the cosine cutoff this is an entire function of s with a double
 * zero at r_c², and
 *
 * <pre>e_η(s) = (1 − u)² p(t) exp(−κ s),   u = s / r_c²,   t = 2u − 1,</pre>
 *
 * <p>with a polynomial p of moderate degree gives it to rounding, near the cutoff relative to itself, without root or cosine: κ = 0 where p can
 * take in the Gaussian, else κ = η. Other cutoffs are evaluated as they stand. Immutable and thread-safe.
 *
 * <p>p interpolates in Chebyshev points. Its degree is the smallest that meets, on a grid of its own, {@value #ACCURACY} of the largest value
 * of e_η, {@value #SLOPE_ACCURACY} of that of its derivative, and {@value #RELATIVE_ACCURACY} of that of p.
 */
public final class ScreenedGaussian {
    private static final double ACCURACY = 4e-15;
    private static final double SLOPE_ACCURACY = 1e-13;
    private static final double RELATIVE_ACCURACY = 5e-13;
    private static final int SMALLEST_DEGREE = 6;
    private static final int LARGEST_DEGREE = 20;
    private static final int GRID = 400;

    private final double eta;
    private final CutoffFunction cutoff;
    private final double limit;
    private final double[] coefficients;
    private final double[] slopeCoefficients;
    private final double exponent;

    ScreenedGaussian(double eta, CutoffFunction cutoff) {
        this.eta = eta;
        this.cutoff = cutoff;
        limit = cutoff.radius() * cutoff.radius();
        double[] withGaussian = find(eta);
        coefficients = withGaussian.length > 0 ? withGaussian : find(0);
        slopeCoefficients = derivative(coefficients);
        exponent = withGaussian.length > 0 ? 0 : eta;
    }

    /** The polynomial of lowest degree that is accurate enough for e of that η; empty if there is none. */
    private double[] find(double gaussian) {
        for (int degree = SMALLEST_DEGREE; degree <= LARGEST_DEGREE; degree++) {
            double[] candidate = interpolation(gaussian, degree);
            if (isAccurate(candidate, gaussian)) {
                return candidate;
            }
        }
        return new double[0];
    }

    /** Newton's divided differences in the Chebyshev points, expanded in powers of t. */
    private double[] interpolation(double gaussian, int degree) {
        int n = degree + 1;
        double[] t = new double[n];
        double[] difference = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = Math.cos(Math.PI * (2 * i + 1) / (2.0 * n));
            difference[i] = quotient(gaussian, 0.5 * (t[i] + 1));
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

    /** p, from e as it stands. */
    private double quotient(double gaussian, double u) {
        return exactValue(gaussian, limit * u) / ((1 - u) * (1 - u));
    }

    private boolean isAccurate(double[] candidate, double gaussian) {
        double[] slope = derivative(candidate);
        double largest = 0;
        double error = 0;
        double largestQuotient = 0;
        double quotientError = 0;
        double largestSlope = 0;
        double slopeError = 0;
        for (int i = 1; i < GRID; i++) {
            double u = (double) i / GRID;
            double quotient = quotient(gaussian, u);
            double difference = Math.abs(horner(candidate, 2 * u - 1) - quotient);
            largestQuotient = Math.max(largestQuotient, Math.abs(quotient));
            quotientError = Math.max(quotientError, difference);
            largest = Math.max(largest, (1 - u) * (1 - u) * Math.abs(quotient));
            error = Math.max(error, (1 - u) * (1 - u) * difference);
            double exact = exactSlope(gaussian, limit * u);
            largestSlope = Math.max(largestSlope, Math.abs(exact));
            slopeError = Math.max(slopeError, Math.abs(polynomialSlope(candidate, slope, u) - exact));
        }
        return error <= ACCURACY * largest
                && quotientError <= RELATIVE_ACCURACY * largestQuotient
                && slopeError <= SLOPE_ACCURACY * largestSlope;
    }

    /** d/ds of (1 − u)² p = 2 (1 − u) ((1 − u) dp/dt − p) / r_c². */
    private double polynomialSlope(double[] p, double[] slopeOfP, double u) {
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

    private double exactValue(double gaussian, double s) {
        return Math.exp(-gaussian * s) * cutoff.value(Math.sqrt(s));
    }

    private double exactSlope(double gaussian, double s) {
        double r = Math.sqrt(s);
        double cutoffSlope = r > 0 ? cutoff.derivative(r) / (2 * r) : 0;
        return Math.exp(-gaussian * s) * (cutoffSlope - gaussian * cutoff.value(r));
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
            return exactValue(eta, Math.max(0, s));
        }
        double u = s / limit;
        double value = (1 - u) * (1 - u) * horner(coefficients, 2 * u - 1);
        return exponent == 0 ? value : value * Math.exp(-exponent * s);
    }

    /**
     * @param s square of a distance in Å²
     * @return de_η/ds in Å⁻², 0 from the cutoff on; at s = 0 without the part of the cutoff function, whose direction is undefined there
     */
    double slope(double s) {
        if (s >= limit) {
            return 0;
        }
        if (!isPolynomial()) {
            return exactSlope(eta, Math.max(0, s));
        }
        double u = s / limit;
        double slope = polynomialSlope(coefficients, slopeCoefficients, u);
        if (exponent == 0) {
            return slope;
        }
        double value = (1 - u) * (1 - u) * horner(coefficients, 2 * u - 1);
        return Math.exp(-exponent * s) * (slope - exponent * value);
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

    /** @return κ in Å⁻², what is left of the Gaussian beside p */
    public double exponent() {
        return exponent;
    }
}
