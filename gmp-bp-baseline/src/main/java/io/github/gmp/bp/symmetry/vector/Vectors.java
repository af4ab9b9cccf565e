package io.github.gmp.bp.symmetry.vector;

import static io.github.gmp.api.kernel.vector.Lanes.DOUBLES;

import jdk.incubator.vector.DoubleVector;

/** Short names for what every line of a kernel does. */
final class Vectors {
    private Vectors() {}

    /** @return as many consecutive values as there are lanes */
    static DoubleVector load(double[] array, int offset) {
        return DoubleVector.fromArray(DOUBLES, array, offset);
    }

    /** @return one value in all lanes */
    static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }
}
