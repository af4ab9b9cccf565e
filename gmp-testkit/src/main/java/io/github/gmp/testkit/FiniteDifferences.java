package io.github.gmp.testkit;

import java.util.function.DoubleUnaryOperator;

/** Numerical derivatives accurate enough to judge analytic ones. */
public final class FiniteDifferences {
    private static final int LEVELS = 3;

    private FiniteDifferences() {}

    /**
     * f'(0) by central differences with steps h, h/2, h/4 and Richardson extrapolation (error of order h⁶).
     *
     * @param function f, smooth within ± step
     * @param step the largest step h
     * @return the derivative at 0
     */
    public static double derivative(DoubleUnaryOperator function, double step) {
        double[] estimates = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            double h = step / (1 << level);
            estimates[level] = (function.applyAsDouble(h) - function.applyAsDouble(-h)) / (2 * h);
        }
        double power = 4;
        for (int order = 1; order < LEVELS; order++) {
            for (int level = LEVELS - 1; level >= order; level--) {
                estimates[level] += (estimates[level] - estimates[level - 1]) / (power - 1);
            }
            power *= 4;
        }
        return estimates[LEVELS - 1];
    }
}
