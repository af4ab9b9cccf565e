package io.github.gmp.runtime.features;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.LabeledStructure;

/**
 * Features of all atoms of a structure, or of a range of them if the structure is large.
 *
 * @param frame number of the structure, from 0 over all inputs
 * @param structure the structure
 * @param firstAtom the atom of the first row
 * @param features {@code [atoms of the range][features]}
 */
record FrameRows(int frame, LabeledStructure structure, int firstAtom, Matrix features) {
    /** {@return the number of atoms of the range} */
    int atoms() {
        return features.rows();
    }

    /** {@return the number of atoms of the whole structure} */
    int atomsOfFrame() {
        return structure.structure().size();
    }

    /** {@return whether these are the first rows of the structure} */
    boolean isFirst() {
        return firstAtom == 0;
    }

    /** {@return Z of the atoms of the range} */
    int[] atomicNumbers() {
        int[] numbers = new int[atoms()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = structure.structure().element(firstAtom + row).atomicNumber();
        }
        return numbers;
    }
}
