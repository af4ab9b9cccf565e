package io.github.gmp.runtime.features;

import io.github.gmp.api.math.Matrix;

import java.io.IOException;
import java.util.Map;

/** Where features go, frame after frame; what it writes appears whole on {@link #commit} or not at all. */
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
     * @param input what was read, plain data that is added to the provenance
     * @throws IOException if it cannot
     */
    void commit(Map<String, ?> input) throws IOException;

    /** Removes what was not committed. */
    @Override
    void close() throws IOException;
}
