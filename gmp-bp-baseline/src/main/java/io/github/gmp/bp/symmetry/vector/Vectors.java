package io.github.gmp.bp.symmetry.vector;

import static io.github.gmp.toolkit.kernel.vector.Lanes.DOUBLES;

import jdk.incubator.vector.DoubleVector;

/** Short names for what every line of a kernel does. */
final class Vectors {
    /** Smaller than any distance or difference of squared distances that is not zero, and still no denormal number. */
    static final double TINY = 1e-300;

    private Vectors() {}

    /** {@return a vector of as many consecutive values as there are lanes} */
    static DoubleVector load(double[] array, int offset) {
        return DoubleVector.fromArray(DOUBLES, array, offset);
    }

    /** {@return a vector with one value in all lanes} */
    static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }

    /** {@return 1 where a number is above zero, else 0, without a mask, which would cost an allocation in some compilations} */
    static DoubleVector positive(DoubleVector number) {
        return number.mul(1 / TINY).max(0).min(1);
    }
}
