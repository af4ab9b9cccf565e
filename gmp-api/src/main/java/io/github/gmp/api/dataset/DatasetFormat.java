package io.github.gmp.api.dataset;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.structure.LabeledStructure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A format of files of structures with labels. The host opens files, decompresses and compresses them ({@code .gz}, {@code .xz}) and puts
 * written ones in place: a format parses and prints streams. Immutable and thread-safe.
 */
public interface DatasetFormat {
    /** The component kind, key {@code format} of a data section. */
    ComponentKind<DatasetFormat> KIND = new ComponentKind<>("dataset-format", DatasetFormat.class);

    /**
     * Says whether a name is that of a file of this format.
     *
     * @param name a file name, without folder and without the ending of a compression: {@code x.extxyz} of {@code data/x.extxyz.gz}
     * @return whether it is
     */
    boolean claims(String name);

    /**
     * Reads frame after frame; the whole content is never in memory. Close the stream.
     *
     * @param input what to read
     * @return its frames, lazily
     * @throws IOException if it cannot be opened
     * @throws DataException (also while the stream is consumed) if it is malformed; the message says file, line and what was expected
     */
    Stream<LabeledStructure> read(NamedInput input) throws IOException;

    /**
     * Tells where the frames of a file are, for work that is divided. A format that finds them without parsing all of the file overrides this.
     * What is wrong within a frame may go unnoticed here; it is told when the frame is read. Close the stream.
     *
     * @param input what to read
     * @return the places of its frames in their order, lazily
     * @throws IOException if it cannot be opened
     * @throws DataException (also while the stream is consumed) if frames cannot be told apart
     */
    default Stream<FramePlace> places(NamedInput input) throws IOException {
        AtomicLong frame = new AtomicLong();
        return read(input)
                .map(structure -> new FramePlace(
                        frame.incrementAndGet(), 0, 0, structure.structure().size()));
    }

    /**
     * Reads from a frame on. A format that can skip what is before it overrides this together with {@link #places}. Close the stream.
     *
     * @param input what to read
     * @param first the place of a frame, as {@link #places} told it
     * @return this frame and those after it, lazily, as {@link #read(NamedInput)} delivers them
     * @throws IOException if it cannot be opened
     * @throws DataException (also while the stream is consumed) if it is malformed
     */
    default Stream<LabeledStructure> read(NamedInput input, FramePlace first) throws IOException {
        return read(input).skip(first.frame() - 1);
    }

    /**
     * Begins to write.
     *
     * @param out where the bytes go, buffered; the host closes it, also if writing fails
     * @return receives the frames
     * @throws IOException if what a file begins with cannot be written
     */
    StructureSink write(OutputStream out) throws IOException;
}
