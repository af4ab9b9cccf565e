package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.potential.CenterBlock;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.runtime.progress.Progress;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Computes features of many structures on several threads; the result does not depend on how many. */
public final class Featurizer implements FeatureProvider {
    /**
     * {@return the features of the structures, in their order}
     *
     * @param descriptor the descriptor
     * @param structures structures
     * @param threads how many threads may be used
     * @param progress advanced by one per structure
     * @throws DataException if a structure has an element that the descriptor does not know, or a feature is not finite
     * @throws CancellationException if the progress ends the work
     */
    public FeatureSet featurize(
            Descriptor descriptor, List<LabeledStructure> structures, int threads, Progress progress) {
        int[] offsets = offsets(structures);
        int columns = descriptor.features().size();
        int rows = offsets[structures.size()];
        double[] values = new double[size(rows, columns)];
        int[] atomicNumbers = new int[rows];
        double cpuSeconds = IndexedTasks.run(structures.size(), threads, s -> {
            progress.requireWanted();
            LabeledStructure frame = structures.get(s);
            Matrix features = evaluate(descriptor, frame);
            System.arraycopy(features.array(), 0, values, offsets[s] * columns, features.rows() * columns);
            int[] numbers = frame.structure().atomicNumbers();
            System.arraycopy(numbers, 0, atomicNumbers, offsets[s], numbers.length);
            progress.advance(1);
        });
        return new FeatureSet(Matrix.wrap(rows, columns, values), atomicNumbers, offsets, cpuSeconds);
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
        int atoms = frame.structure().size();
        return evaluate(descriptor, frame, 0, atoms, () -> descriptor.evaluate(frame.structure()));
    }

    /**
     * Features of a range of atoms of one structure, checked: neither its neighbor list nor its features are in memory as a whole.
     *
     * @param descriptor the descriptor
     * @param frame the structure
     * @param search its atoms sorted by place, with the cutoff of the descriptor
     * @param first the first atom
     * @param end one past the last atom
     * @return {@code [end − first][features]}
     * @throws DataException as {@link #evaluate(Descriptor, LabeledStructure)}
     */
    static Matrix evaluate(Descriptor descriptor, LabeledStructure frame, NeighborSearch search, int first, int end) {
        return evaluate(descriptor, frame, first, end, () -> {
            CenterBlock block = CenterBlock.of(frame.structure(), search, first, end);
            return descriptor.evaluate(block.structure(), block.neighbors());
        });
    }

    private static Matrix evaluate(
            Descriptor descriptor,
            LabeledStructure frame,
            int first,
            int end,
            Supplier<DescriptorEvaluation> evaluation) {
        Matrix features;
        try {
            features = evaluation.get().features();
        } catch (DataException e) {
            throw new DataException(frame.source() + ": " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new GmpException(
                    frame.source() + ": out of memory while computing the features of " + (end - first)
                            + " atoms; allow Java more with the environment variable GMP_JAVA_OPTS, e.g. -Xmx8g",
                    e);
        }
        requireSound(features, descriptor, frame, first, end);
        return features;
    }

    private static void requireSound(
            Matrix features, Descriptor descriptor, LabeledStructure frame, int first, int end) {
        int columns = descriptor.features().size();
        if (features.rows() != end - first || features.columns() != columns) {
            throw new DataException(frame.source() + ": the descriptor returned " + features.rows() + " x "
                    + features.columns() + " features, but promised " + (end - first) + " x " + columns
                    + "; this is an error of its plugin");
        }
        double[] values = features.array();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                int atom = first + i / columns;
                throw new DataException(frame.source() + ": atom " + (atom + 1) + " ("
                        + frame.structure().element(atom).symbol() + "): feature '"
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
