package io.github.gmp.runtime.features;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingGeometry;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Features of many structures, atoms of all structures one after the other.
 *
 * @param features {@code [atoms][features]}
 * @param atomicNumbers Z of each atom
 * @param offsets atoms of structure s are rows {@code offsets[s] … offsets[s + 1] − 1}; length structures + 1
 * @param cpuSeconds processor time that computing them took (all threads together), of those structures that were computed and not read
 *     from a cache; for reports only
 */
public record FeatureSet(Matrix features, int[] atomicNumbers, int[] offsets, double cpuSeconds) {
    /** @throws IllegalArgumentException if the lengths do not fit together */
    public FeatureSet {
        if (offsets.length == 0
                || offsets[0] != 0
                || offsets[offsets.length - 1] != features.rows()
                || atomicNumbers.length != features.rows()) {
            throw new IllegalArgumentException("features of " + features.rows() + " atoms come with "
                    + atomicNumbers.length + " atomic numbers and " + offsets.length + " offsets");
        }
    }

    /** {@return the number of structures} */
    public int structures() {
        return offsets.length - 1;
    }

    /**
     * {@return its features, {@code [atoms][features]}, a copy}
     *
     * @param structure index of a structure
     */
    public Matrix ofStructure(int structure) {
        int columns = features.columns();
        int from = offsets[structure];
        int to = offsets[structure + 1];
        return Matrix.wrap(to - from, columns, Arrays.copyOfRange(features.array(), from * columns, to * columns));
    }

    /**
     * {@return the features of these alone, in this order}
     *
     * @param structures indices of structures
     */
    public FeatureSet select(int[] structures) {
        int columns = features.columns();
        int[] starts = new int[structures.length + 1];
        for (int s = 0; s < structures.length; s++) {
            starts[s + 1] = starts[s] + offsets[structures[s] + 1] - offsets[structures[s]];
        }
        double[] values = new double[starts[structures.length] * columns];
        int[] numbers = new int[starts[structures.length]];
        for (int s = 0; s < structures.length; s++) {
            int from = offsets[structures[s]];
            int atoms = starts[s + 1] - starts[s];
            System.arraycopy(features.array(), from * columns, values, starts[s] * columns, atoms * columns);
            System.arraycopy(atomicNumbers, from, numbers, starts[s], atoms);
        }
        return new FeatureSet(Matrix.wrap(numbers.length, columns, values), numbers, starts, cpuSeconds);
    }

    /**
     * Adds the energies.
     *
     * @param structures the structures the features are of, in their order
     * @return what regressors train on
     * @throws DataException if one has no energy
     */
    public TrainingSet withEnergies(List<LabeledStructure> structures) {
        return with(structures, Optional.empty());
    }

    /**
     * Adds the energies and what changes with the geometry.
     *
     * @param structures the structures the features are of, in their order
     * @param geometry forces, stress and the derivatives of the features
     * @return what regressors train on
     * @throws DataException if one has no energy
     */
    public TrainingSet withGeometry(List<LabeledStructure> structures, TrainingGeometry geometry) {
        return with(structures, Optional.of(geometry));
    }

    private TrainingSet with(List<LabeledStructure> structures, Optional<TrainingGeometry> geometry) {
        double[] energies = new double[structures.size()];
        for (int s = 0; s < energies.length; s++) {
            LabeledStructure structure = structures.get(s);
            energies[s] = structure
                    .energy()
                    .orElseThrow(() -> new DataException(structure.source() + ": has no energy label"));
        }
        return new TrainingSet(features, atomicNumbers, offsets, energies, geometry);
    }
}
