package io.github.gmp.api.dataset;

import io.github.gmp.api.structure.LabeledStructure;

import java.io.IOException;

/** Receives frames of a file that appears whole or not at all. */
public interface StructureSink extends AutoCloseable {
    /**
     * Writes a frame behind those before it.
     *
     * @param frame the next frame
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if it holds a value that is not finite
     */
    void write(LabeledStructure frame) throws IOException;

    /**
     * Puts the file in place, atomically.
     *
     * @throws IOException if it cannot
     */
    void commit() throws IOException;

    /**
     * Releases all; without an earlier {@link #commit()} nothing is left behind.
     *
     * @throws IOException if it cannot
     */
    @Override
    void close() throws IOException;
}
