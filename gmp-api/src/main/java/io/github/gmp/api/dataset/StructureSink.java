package io.github.gmp.api.dataset;

import io.github.gmp.api.structure.LabeledStructure;

import java.io.IOException;

/** Prints frames to a stream. For one thread at a time. */
public interface StructureSink {
    /**
     * Prints a frame. One that is refused leaves nothing in the stream, so that others may follow.
     *
     * @param frame the next frame
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if it holds a value that is not finite, or that the format has no place for
     */
    void write(LabeledStructure frame) throws IOException;

    /**
     * Prints what a file ends with, if anything (the default: nothing), after the last frame. The stream stays open.
     *
     * @throws IOException if it cannot be written
     */
    default void finish() throws IOException {}
}
