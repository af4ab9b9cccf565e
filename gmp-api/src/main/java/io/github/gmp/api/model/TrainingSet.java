package io.github.gmp.api.model;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Features and energies of many structures, atoms of all structures one after the other.
 *
 * @param features {@code [atoms][features]}
 * @param atomicNumbers Z of each atom
 * @param offsets atoms of structure s are rows {@code offsets[s] … offsets[s + 1] − 1}; length structures + 1
 * @param energies total energy of each structure, eV
 * @param geometry forces, stress and the derivatives of features, for trainers that use them, see {@link RegressorTrainer#usesGeometry}
 */
public record TrainingSet(
        Matrix features, int[] atomicNumbers, int[] offsets, double[] energies, Optional<TrainingGeometry> geometry) {
    /**
     * Checks that the lengths fit together.
     *
     * @throws IllegalArgumentException if the lengths do not fit together
     */
    public TrainingSet {
        if (offsets.length != energies.length + 1
                || offsets[0] != 0
                || offsets[offsets.length - 1] != features.rows()
                || atomicNumbers.length != features.rows()) {
            throw new IllegalArgumentException(
                    "a training set of " + energies.length + " structures and " + features.rows() + " atoms has "
                            + offsets.length + " offsets and " + atomicNumbers.length + " atomic numbers");
        }
    }

    /**
     * A training set of energies only.
     *
     * @param features {@code [atoms][features]}
     * @param atomicNumbers Z of each atom
     * @param offsets where the atoms of each structure begin, and the number of atoms
     * @param energies total energy of each structure, eV
     */
    public TrainingSet(Matrix features, int[] atomicNumbers, int[] offsets, double[] energies) {
        this(features, atomicNumbers, offsets, energies, Optional.empty());
    }

    /** {@return the number of structures} */
    public int structures() {
        return energies.length;
    }

    /** {@return the number of atoms of all structures} */
    public int atoms() {
        return atomicNumbers.length;
    }

    /**
     * {@return the number of atoms of a structure}
     *
     * @param structure index of a structure
     */
    public int atoms(int structure) {
        return offsets[structure + 1] - offsets[structure];
    }

    /** {@return the different elements, ascending in atomic number} */
    public Set<Element> elements() {
        Set<Element> set = EnumSet.noneOf(Element.class);
        Arrays.stream(atomicNumbers).distinct().forEach(z -> set.add(Element.of(z)));
        return set;
    }
}
