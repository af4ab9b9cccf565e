package io.github.gmp.density.fit;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/**
 * Exponents as parameters of an optimizer: log β_1 of the smallest, then log(β_{k+1}/β_k), each at least log of the smallest ratio, so that
 * exponents stay ordered and apart.
 */
final class ExponentParameters {
    private static final double NEARLY_SMALLEST = 1e-3;
    private static final double SMALLEST_START = 0.02;

    private final double smallestLogRatio;
    private final double lowest;
    private final double highest;

    ExponentParameters(FitGrid grid, double smallestRatio) {
        smallestLogRatio = Math.log(smallestRatio);
        lowest = Math.log(grid.smallestExponent());
        highest = Math.log(grid.largestExponent());
    }

    /** Ascending exponents of parameters. */
    double[] exponents(RealVector parameters) {
        double[] exponents = new double[parameters.getDimension()];
        double sum = 0;
        for (int k = 0; k < exponents.length; k++) {
            double q = parameters.getEntry(k);
            sum += k == 0 ? q : smallestLogRatio + q * q;
            exponents[k] = Math.exp(sum);
        }
        return exponents;
    }

    /** The derivative of the logarithms of exponent k and all above by parameter k. */
    double slope(RealVector parameters, int k) {
        return k == 0 ? 1 : 2 * parameters.getEntry(k);
    }

    /** Parameters of ascending exponents, moved into their limits. */
    RealVector parameters(double[] exponents) {
        RealVector parameters = new ArrayRealVector(exponents.length);
        parameters.setEntry(0, Math.log(exponents[0]));
        for (int k = 1; k < exponents.length; k++) {
            double room = Math.log(exponents[k] / exponents[k - 1]) - smallestLogRatio;
            // Not zero: there the derivative is zero and the optimizer would not move.
            parameters.setEntry(k, Math.sqrt(Math.max(SMALLEST_START, room)));
        }
        return validate(parameters);
    }

    /**
     * The same parameters with ratios that are nearly the smallest set to it. Their derivative is then zero and they stay there: an optimizer
     * that creeps towards the limit is freed for the other parameters.
     */
    static RealVector pinned(RealVector parameters) {
        RealVector pinned = parameters.copy();
        for (int k = 1; k < pinned.getDimension(); k++) {
            double q = pinned.getEntry(k);
            if (q * q < NEARLY_SMALLEST) {
                pinned.setEntry(k, 0);
            }
        }
        return pinned;
    }

    /** The nearest parameters in the range that the data determine: the smallest exponent moves into it, then ratios are cut to stay in it. */
    RealVector validate(RealVector parameters) {
        int size = parameters.getDimension();
        RealVector allowed = parameters.copy();
        double top = highest - (size - 1) * smallestLogRatio;
        double first = Math.max(lowest, Math.min(parameters.getEntry(0), Math.max(lowest, top)));
        allowed.setEntry(0, first);
        double room = Math.max(0, top - first);
        for (int k = 1; k < size; k++) {
            double q = parameters.getEntry(k);
            double most = Math.sqrt(room);
            allowed.setEntry(k, Math.max(-most, Math.min(q, most)));
            room = Math.max(0, room - q * q);
        }
        return allowed;
    }
}
