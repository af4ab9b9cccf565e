package io.github.gmp.experiments.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.PartitionedEvaluation;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.parallel.IndexedTasks;
import io.github.gmp.experiments.progress.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Computes features of many structures on several threads; the result does not depend on how many. */
public final class Featurizer implements FeatureProvider {
    /**
     * @param descriptor the descriptor
     * @param structures structures
     * @param threads how many threads may be used
     * @param progress advanced by one per structure
     * @return features of the structures, in their order
     * @throws DataException if a structure has an element that the descriptor does not know, or a feature is not finite
     */
    public FeatureSet featurize(
            Descriptor descriptor, List<LabeledStructure> structures, int threads, Progress progress) {
        int[] offsets = offsets(structures);
        int columns = descriptor.features().size();
        int rows = offsets[structures.size()];
        double[] values = new double[size(rows, columns)];
        int[] atomicNumbers = new int[rows];
        double cpuSeconds = IndexedTasks.run(structures.size(), threads, s -> {
            LabeledStructure frame = structures.get(s);
            Matrix features = evaluate(descriptor, frame);
            System.arraycopy(features.array(), 0, values, offsets[s] * columns, features.rows() * columns);
            int[] numbers = frame.structure().atomicNumbers();
            System.arraycopy(numbers, 0, atomicNumbers, offsets[s], numbers.length);
            progress.advance(1);
        });
        return new FeatureSet(Matrix.wrap(rows, columns, values), atomicNumbers, offsets, cpuSeconds);
    }

    /** Receives the rows of a structure in order. */
    @FunctionalInterface
    public interface RowReceiver {
        /**
         * @param firstAtom number of the atom of the first row
         * @param rows features of some consecutive atoms
         * @throws IOException if they cannot be kept
         */
        void accept(int firstAtom, Matrix rows) throws IOException;
    }

    /**
     * Features of a big structure, block by block: neither its neighbor list nor its features are ever in memory as a whole.
     *
     * @param descriptor the descriptor
     * @param frame the structure
     * @param threads how many threads may be used; the rows do not depend on it
     * @param receiver receives the rows in the order of the atoms, one block after the other
     * @throws DataException as {@link #featurize}
     * @throws UncheckedIOException if the receiver cannot keep them
     */
    public static void stream(Descriptor descriptor, LabeledStructure frame, int threads, RowReceiver receiver) {
        OrderedRows rows = new OrderedRows(
                (first, matrix) -> {
                    requireFinite(matrix, descriptor, frame, first);
                    receiver.accept(first, matrix);
                },
                threads);
        try {
            PartitionedEvaluation.of(
                            descriptor, frame.structure(), (tasks, task) -> IndexedTasks.run(tasks, threads, task))
                    .visit(rows::put);
        } catch (DataException e) {
            throw new DataException(frame.source() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public FeatureSet features(
            ComponentSpec spec,
            Descriptor descriptor,
            List<LabeledStructure> structures,
            int threads,
            Progress progress) {
        return featurize(descriptor, structures, threads, progress);
    }

    /**
     * Features of one structure, checked.
     *
     * @param descriptor the descriptor
     * @param frame the structure
     * @return {@code [atoms][features]}
     * @throws DataException if the descriptor refuses the structure, returns the wrong number of features or one that is not finite; the
     *     message says which frame
     */
    public static Matrix evaluate(Descriptor descriptor, LabeledStructure frame) {
        Matrix features;
        try {
            features = descriptor.evaluate(frame.structure()).features();
        } catch (DataException e) {
            throw new DataException(frame.source() + ": " + e.getMessage(), e);
        }
        requireSound(features, descriptor, frame);
        return features;
    }

    private static void requireSound(Matrix features, Descriptor descriptor, LabeledStructure frame) {
        AtomicStructure structure = frame.structure();
        int columns = descriptor.features().size();
        if (features.rows() != structure.size() || features.columns() != columns) {
            throw new DataException(frame.source() + ": the descriptor returned " + features.rows() + " x "
                    + features.columns() + " features, but promised " + structure.size() + " x " + columns
                    + "; this is an error of its plugin");
        }
        requireFinite(features, descriptor, frame, 0);
    }

    private static void requireFinite(Matrix features, Descriptor descriptor, LabeledStructure frame, int firstAtom) {
        AtomicStructure structure = frame.structure();
        int columns = features.columns();
        double[] values = features.array();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                int atom = firstAtom + i / columns;
                throw new DataException(frame.source() + ": atom " + (atom + 1) + " ("
                        + structure.element(atom).symbol() + "): feature '"
                        + descriptor.features().get(i % columns) + "' is " + values[i]
                        + "; a finite number was expected");
            }
        }
    }

    private static int[] offsets(List<LabeledStructure> structures) {
        int[] offsets = new int[structures.size() + 1];
        for (int s = 0; s < structures.size(); s++) {
            offsets[s + 1] =
                    Math.addExact(offsets[s], structures.get(s).structure().size());
        }
        return offsets;
    }

    private static int size(int rows, int columns) {
        long size = (long) rows * columns;
        // A little below the largest int: some virtual machines keep words of their own in front of an array.
        if (size > Integer.MAX_VALUE - 16) {
            throw new DataException("features of " + rows + " atoms x " + columns
                    + " do not fit into one array; use fewer structures or fewer features");
        }
        return (int) size;
    }
}
