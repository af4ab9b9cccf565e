package io.github.gmp.bp.symmetry;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A function on an interval as one polynomial in its variable, as long as a short one reaches the demanded error: interpolation in the Chebyshev
 * points (near-best; L. N. Trefethen, Approximation Theory and Approximation Practice, SIAM 2013), degree by degree until a check on a
 * dense grid passes. Only what passes the check, rounding included, is used.
 */
final class PolynomialFit {
    /** Kernels evaluate four coefficients at a time. */
    private static final int DEGREE_STEP = 4;
    /** Larger than any degree allowed, and no divisor of the spacing of the points. */
    private static final int CHECKED_POINTS = 1009;

    /** Coefficients of the value, highest power first, 4 m + 1 of them. */
    private final double[] value;
    /** Coefficients of the derivative of that polynomial, likewise. */
    private final double[] slope;

    private PolynomialFit(double[] value) {
        this.value = value;
        int degree = value.length - 1;
        // The derivative has one coefficient less: its highest one is 0 to keep the number a multiple of four plus one.
        slope = new double[value.length];
        for (int n = 0; n < degree; n++) {
            slope[n + 1] = value[n] * (degree - n);
        }
    }

    /**
     * {@return the polynomial, or nothing if none of these degrees reaches the error}
     *
     * @param function a function of v
     * @param derivative its derivative
     * @param low the smallest v
     * @param high the largest v
     * @param tolerance demanded error of the value relative to its largest value; derivatives may be 100 times as wrong, relative to the
     *     largest of them or the largest value per length of the interval
     * @param largestDegree where to give up
     */
    static Optional<PolynomialFit> of(
            DoubleUnaryOperator function,
            DoubleUnaryOperator derivative,
            double low,
            double high,
            double tolerance,
            int largestDegree) {
        double[] points = new double[CHECKED_POINTS];
        for (int i = 0; i < CHECKED_POINTS; i++) {
            // The ends are left out: at a cutoff radius a function may jump.
            points[i] = low + (high - low) * (i + 0.5) / CHECKED_POINTS;
        }
        double valueScale = 0;
        double slopeScale = 0;
        for (double v : points) {
            valueScale = Math.max(valueScale, Math.abs(function.applyAsDouble(v)));
            slopeScale = Math.max(slopeScale, Math.abs(derivative.applyAsDouble(v)));
        }
        // A function that hardly changes has the rounding of its value in its derivative.
        double slopeError = 100 * tolerance * Math.max(slopeScale, valueScale / (high - low));
        for (int degree = DEGREE_STEP; degree <= largestDegree; degree += DEGREE_STEP) {
            PolynomialFit fit = new PolynomialFit(interpolate(function, low, high, degree));
            if (fit.isWithin(function, derivative, points, tolerance * valueScale, slopeError)) {
                return Optional.of(fit);
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(
            DoubleUnaryOperator function,
            DoubleUnaryOperator derivative,
            double[] points,
            double valueError,
            double slopeError) {
        for (double v : points) {
            // Negated, so that NaN fails.
            if (!(Math.abs(evaluate(value, v) - function.applyAsDouble(v)) <= valueError)
                    || !(Math.abs(evaluate(slope, v) - derivative.applyAsDouble(v)) <= slopeError)) {
                return false;
            }
        }
        return true;
    }

    private static double evaluate(double[] coefficients, double v) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * v + coefficient;
        }
        return sum;
    }

    /** Chebyshev coefficients by the discrete cosine sum, then powers of v by T_{n+1}(x) = 2 x T_n(x) − T_{n−1}(x), x = a v + b. */
    private static double[] interpolate(DoubleUnaryOperator function, double low, double high, int degree) {
        int points = degree + 1;
        double a = 2 / (high - low);
        double b = -(high + low) / (high - low);
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            values[i] = function.applyAsDouble((Math.cos(Math.PI * (i + 0.5) / points) - b) / a);
        }
        double[] result = new double[points];
        double[] previous = new double[points];
        double[] current = new double[points];
        current[0] = 1;
        for (int n = 0; n < points; n++) {
            double coefficient = 0;
            for (int i = 0; i < points; i++) {
                coefficient += values[i] * Math.cos(Math.PI * n * (i + 0.5) / points);
            }
            coefficient *= (n == 0 ? 1.0 : 2.0) / points;
            double[] next = new double[points];
            for (int power = 0; power < points; power++) {
                result[degree - power] += coefficient * current[power];
                double product = (power > 0 ? a * current[power - 1] : 0) + b * current[power];
                next[power] = n == 0 ? product : 2 * product - previous[power];
            }
            previous = current;
            current = next;
        }
        return result;
    }

    /** {@return the coefficients of the value, highest power first, 4 m + 1 of them; not to be written to} */
    double[] value() {
        return value;
    }

    /**
     * {@return the coefficients of the derivative times a constant, likewise}
     *
     * @param factor a constant
     */
    double[] slope(double factor) {
        return Arrays.stream(slope).map(c -> factor * c).toArray();
    }
}
