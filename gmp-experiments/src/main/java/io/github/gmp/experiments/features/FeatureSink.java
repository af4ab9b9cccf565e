package io.github.gmp.experiments.features;

import io.github.gmp.api.math.Matrix;

import java.io.IOException;
import java.util.Arrays;

/** Where features go, frame after frame; what it writes appears whole on {@link #commit()} or not at all. */
public interface FeatureSink extends AutoCloseable {
    /**
     * Begins a frame.
     *
     * @param frame number of the frame, counted from 0 over all inputs
     * @param atoms number of atoms whose rows will follow
     * @throws IOException if it cannot be written
     */
    void beginFrame(int frame, int atoms) throws IOException;

    /**
     * Appends atoms of the frame that was begun.
     *
     * @param features {@code [atoms][features]}
     * @param atomicNumbers Z of each of these atoms
     * @throws IOException if it cannot be written
     */
    void write(Matrix features, int[] atomicNumbers) throws IOException;

    /**
     * Puts everything in place.
     *
     * @throws IOException if it cannot
     */
    void commit() throws IOException;

    /** Removes what was not committed. */
    @Override
    void close() throws IOException;

    /**
     * Appends whole frames.
     *
     * @param set their features
     * @param firstFrame number of the first frame
     * @throws IOException if it cannot be written
     */
    default void write(FeatureSet set, int firstFrame) throws IOException {
        int columns = set.features().columns();
        for (int s = 0; s < set.structures(); s++) {
            int first = set.offsets()[s];
            int end = set.offsets()[s + 1];
            beginFrame(firstFrame + s, end - first);
            write(
                    Matrix.wrap(
                            end - first,
                            columns,
                            Arrays.copyOfRange(set.features().array(), first * columns, end * columns)),
                    Arrays.copyOfRange(set.atomicNumbers(), first, end));
        }
    }
}
