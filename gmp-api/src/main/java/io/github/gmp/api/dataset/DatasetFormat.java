package io.github.gmp.api.dataset;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.structure.LabeledStructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A file format for structures with labels. Immutable and thread-safe. */
public interface DatasetFormat {
    /** The component kind, key {@code format} of a data section. */
    ComponentKind<DatasetFormat> KIND = new ComponentKind<>("dataset-format", DatasetFormat.class);

    /**
     * {@return whether the name of a file says that it is of this format (compression suffixes such as .gz are looked through)}
     *
     * @param file a file, which need not exist
     */
    boolean claims(Path file);

    /**
     * Reads frame after frame; the whole file is never in memory. Close the stream.
     *
     * @param file a file
     * @return its frames, lazily
     * @throws IOException if the file cannot be opened
     * @throws DataException (also while the stream is consumed) if it is malformed; the message says file, line and what was expected
     */
    Stream<LabeledStructure> read(Path file) throws IOException;

    /**
     * Where the frames of a file are, for work that is divided. A format that finds them without parsing all of the file overrides this. What
     * is wrong within a frame may go unnoticed here; it is told when the frame is read. Close the stream.
     *
     * @param file a file
     * @return the places of its frames in their order, lazily
     * @throws IOException if the file cannot be opened
     * @throws DataException (also while the stream is consumed) if frames cannot be told apart
     */
    default Stream<FramePlace> places(Path file) throws IOException {
        AtomicLong frame = new AtomicLong();
        return read(file)
                .map(structure -> new FramePlace(
                        frame.incrementAndGet(), 0, 0, structure.structure().size()));
    }

    /**
     * Reads from a frame on. A format that can skip what is before it overrides this together with {@link #places}. Close the stream.
     *
     * @param file a file
     * @param first the place of a frame, as {@link #places} told it
     * @return this frame and those after it, lazily, as {@link #read(Path)} delivers them
     * @throws IOException if the file cannot be opened
     * @throws DataException (also while the stream is consumed) if it is malformed
     */
    default Stream<LabeledStructure> read(Path file, FramePlace first) throws IOException {
        return read(file).skip(first.frame() - 1);
    }

    /**
     * Opens a file for writing.
     *
     * @param file the file, replaced on {@link StructureSink#commit()} and left as it was if that is never called
     * @return the sink
     * @throws IOException if the folder cannot be written to
     */
    StructureSink write(Path file) throws IOException;
}
