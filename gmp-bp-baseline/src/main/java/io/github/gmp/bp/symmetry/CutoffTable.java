package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;

import java.util.Optional;

/**
 * A cutoff function and its derivative by s = r² for many distances at a time, without cosines: one polynomial in s where the function
 * is entire in s (cosine, hard), else one in r (tanh³, polynomials with odd powers), else the function itself. Immutable.
 */
final class CutoffTable {
    /** Of the function and its derivative, relative to their largest value: rounding is a tenth of it. */
    private static final double TOLERANCE = 4e-15;
    /** tanh³ needs 24. */
    private static final int LARGEST_DEGREE = 28;

    private enum Variable {
        SQUARE,
        DISTANCE,
        NONE
    }

    private final CutoffFunction cutoff;
    private final Variable variable;
    private final double[] value;
    private final double[] slope;
    private final double radius;

    CutoffTable(CutoffFunction cutoff) {
        this.cutoff = cutoff;
        radius = cutoff.radius();
        double halfSquare = radius * radius / 2;
        Optional<PolynomialFit> inSquare = PolynomialFit.of(
                x -> cutoff.value(Math.sqrt(halfSquare * (1 + x))),
                x -> {
                    double r = Math.sqrt(halfSquare * (1 + x));
                    return cutoff.derivative(r) * halfSquare / (2 * r);
                },
                TOLERANCE,
                LARGEST_DEGREE);
        Optional<PolynomialFit> inDistance = inSquare.isPresent()
                ? Optional.empty()
                : PolynomialFit.of(
                        x -> cutoff.value(radius / 2 * (1 + x)),
                        x -> cutoff.derivative(radius / 2 * (1 + x)) * radius / 2,
                        TOLERANCE,
                        LARGEST_DEGREE);
        // Derivatives by s: dx/ds = 2 / r_c² for x = 2 s / r_c² − 1, and 1 / (r r_c) for x = 2 r / r_c − 1.
        if (inSquare.isPresent()) {
            variable = Variable.SQUARE;
            value = inSquare.get().value();
            slope = inSquare.get().slope(1 / halfSquare);
        } else if (inDistance.isPresent()) {
            variable = Variable.DISTANCE;
            value = inDistance.get().value();
            slope = inDistance.get().slope(1 / radius);
        } else {
            variable = Variable.NONE;
            value = new double[0];
            slope = new double[0];
        }
    }

    double radius() {
        return radius;
    }

    /** @return floating-point operations per value, those of the derivative not included; for the cost model */
    int operations() {
        return switch (variable) {
            case SQUARE -> 2 * (value.length - 1);
            case DISTANCE -> 2 * (value.length - 1) + OperationCount.TRANSCENDENTAL;
            case NONE -> 2 * OperationCount.TRANSCENDENTAL;
        };
    }

    /**
     * @param kernel the loops
     * @param square s in Å²; values beyond r_c² may get anything finite
     * @param argument 2 s / r_c² − 1, at most 1
     * @param root scratch
     * @param rootArgument scratch
     * @param values receives f_c(√s)
     * @param slopes receives ∂f_c/∂s; 0 at s = 0 where that is infinite
     * @param withSlopes whether derivatives are wanted
     * @param length number of values
     */
    void evaluate(
            SymmetryKernel kernel,
            double[] square,
            double[] argument,
            double[] root,
            double[] rootArgument,
            double[] values,
            double[] slopes,
            boolean withSlopes,
            int length) {
        switch (variable) {
            case SQUARE -> {
                kernel.polynomial(value, argument, values, length);
                if (withSlopes) {
                    kernel.polynomial(slope, argument, slopes, length);
                }
            }
            case DISTANCE -> {
                kernel.root(2 / radius, square, root, rootArgument, length);
                kernel.polynomial(value, rootArgument, values, length);
                if (withSlopes) {
                    kernel.polynomial(slope, rootArgument, slopes, length);
                    kernel.divide(slopes, root, slopes, length);
                }
            }
            case NONE -> evaluateOneByOne(square, values, slopes, withSlopes, length);
        }
    }

    private void evaluateOneByOne(double[] square, double[] values, double[] slopes, boolean withSlopes, int length) {
        for (int t = 0; t < length; t++) {
            double r = Math.sqrt(square[t]);
            values[t] = cutoff.value(r);
            if (withSlopes) {
                slopes[t] = r > 0 ? cutoff.derivative(r) / (2 * r) : 0;
            }
        }
    }
}
