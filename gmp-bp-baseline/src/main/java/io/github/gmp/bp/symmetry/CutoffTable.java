package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;
import io.github.gmp.bp.symmetry.kernel.TripletKernel;
import io.github.gmp.bp.symmetry.kernel.TripletTile;

import java.util.Optional;

/**
 * A cutoff function and its derivative by s = r² for many distances at a time, without cosines: one polynomial in s where the function
 * is entire in s (cosine, hard), else one in r − r_c / 2 (tanh³, polynomials with
 * odd powers), else the function itself. Immutable.
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
        Optional<PolynomialFit> inSquare = PolynomialFit.of(
                square -> cutoff.value(Math.sqrt(square)),
                square -> cutoff.derivative(Math.sqrt(square)) / (2 * Math.sqrt(square)),
                0,
                radius * radius,
                TOLERANCE,
                LARGEST_DEGREE);
        Optional<PolynomialFit> inDistance = inSquare.isPresent()
                ? Optional.empty()
                : PolynomialFit.of(
                        x -> cutoff.value(x + radius / 2),
                        x -> cutoff.derivative(x + radius / 2),
                        -radius / 2,
                        radius / 2,
                        TOLERANCE,
                        LARGEST_DEGREE);
        if (inSquare.isPresent()) {
            variable = Variable.SQUARE;
            value = inSquare.get().value();
            slope = inSquare.get().slope(1);
        } else if (inDistance.isPresent()) {
            variable = Variable.DISTANCE;
            value = inDistance.get().value();
            // df/ds = (df/dr) / (2 r).
            slope = inDistance.get().slope(0.5);
        } else {
            variable = Variable.NONE;
            value = new double[0];
            slope = new double[0];
        }
    }

    double radius() {
        return radius;
    }

    /** {@return the floating-point operations per value, those of the derivative not included; for the cost model} */
    int operations() {
        return switch (variable) {
            case SQUARE -> 2 * (value.length - 1);
            case DISTANCE -> 2 * (value.length - 1) + SymmetryOperations.TRANSCENDENTAL;
            case NONE -> 2 * SymmetryOperations.TRANSCENDENTAL;
        };
    }

    /**
     * @param kernel the loops
     * @param square s in Å², at most r_c²
     * @param root scratch
     * @param argument scratch
     * @param values receives f_c(√s)
     * @param slopes receives ∂f_c/∂s; 0 at s = 0 where that is infinite
     * @param withSlopes whether derivatives are wanted
     * @param length number of values
     */
    void evaluate(
            SymmetryKernel kernel,
            double[] square,
            double[] root,
            double[] argument,
            double[] values,
            double[] slopes,
            boolean withSlopes,
            int length) {
        switch (variable) {
            case SQUARE -> {
                kernel.arrays().polynomial(value, square, values, length);
                if (withSlopes) {
                    kernel.arrays().polynomial(slope, square, slopes, length);
                }
            }
            case DISTANCE -> {
                kernel.arrays().root(square, radius / 2, root, argument, length);
                kernel.arrays().polynomial(value, argument, values, length);
                if (withSlopes) {
                    kernel.arrays().polynomial(slope, argument, slopes, length);
                    kernel.arrays().divide(slopes, root, slopes, length);
                }
            }
            case NONE -> evaluateOneByOne(square, values, slopes, withSlopes, length);
        }
    }

    /**
     * The same for the third sides of a tile, zero for the filling of blocks and from the cutoff on.
     *
     * @param kernel the loops
     * @param tile the triplets
     * @param root scratch
     * @param argument scratch
     * @param values receives f_c(r_jk)
     * @param slopes receives ∂f_c/∂s_jk
     * @param withSlopes whether derivatives are wanted
     */
    void evaluateThirdSides(
            SymmetryKernel kernel,
            TripletTile tile,
            double[] root,
            double[] argument,
            double[] values,
            double[] slopes,
            boolean withSlopes) {
        double largestSquare = radius * radius;
        if (variable == Variable.SQUARE && value.length == TripletKernel.CUTOFF_POLYNOMIAL) {
            if (withSlopes) {
                kernel.triplets().cutOffPolynomial(tile, value, largestSquare, values, slopes);
            } else {
                kernel.triplets().cutOffPolynomial(tile, value, largestSquare, values);
            }
            return;
        }
        evaluate(kernel, tile.square, root, argument, values, slopes, withSlopes, tile.length());
        kernel.triplets().cutOff(tile, largestSquare, values);
        if (withSlopes) {
            kernel.triplets().cutOff(tile, largestSquare, slopes);
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
