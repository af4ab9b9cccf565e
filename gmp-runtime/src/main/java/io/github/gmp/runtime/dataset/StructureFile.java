package io.github.gmp.runtime.dataset;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.dataset.StructureSink;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.Compression;
import io.github.gmp.runtime.files.Durability;
import io.github.gmp.runtime.files.TemporaryNames;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A file of structures that appears on {@link #commit()}, compressed as its name says, whatever its format. For one thread at a time.
 */
public final class StructureFile implements AutoCloseable {
    private enum State {
        OPEN,
        BROKEN,
        DONE
    }

    private final Path target;
    private final AtomicFile file;
    private final OutputStream content;
    private final StructureSink sink;
    private State state = State.OPEN;

    private StructureFile(DatasetFormat format, Path target, AtomicFile file) throws IOException {
        this.target = target;
        this.file = file;
        content = new BufferedOutputStream(Compression.ofName(target).compress(file.content()), 1 << 16);
        sink = format.write(content);
    }

    /**
     * {@return the open file; close it}
     *
     * @param format its format
     * @param target the file to be; what is there stays until {@link #commit()}. What dead processes left in its folder is removed
     * @throws IOException if it cannot be made, or there is something else than a regular file; the message says why
     */
    public static StructureFile create(DatasetFormat format, Path target) throws IOException {
        try {
            AtomicFile file = AtomicFile.create(target, Durability.SYSTEM);
            TemporaryNames.removeLeftovers(file.folder());
            return open(format, target, file);
        } catch (AccessDeniedException e) {
            Path folder = target.toAbsolutePath().getParent();
            throw new IOException("cannot write " + target + ": the folder " + folder + " is not writable", e);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.toString() : e.getReason();
            throw new IOException("cannot write " + target + ": " + reason, e);
        }
    }

    private static StructureFile open(DatasetFormat format, Path target, AtomicFile file) throws IOException {
        try {
            return new StructureFile(format, target, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Writes a frame.
     *
     * @param frame the next frame
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if it holds a value that is not finite, or that the format has no place for
     */
    public void write(LabeledStructure frame) throws IOException {
        requireOpen();
        try {
            sink.write(frame);
        } catch (IOException e) {
            state = State.BROKEN;
            throw new IOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts the file in place, atomically.
     *
     * @throws IOException if it cannot
     */
    public void commit() throws IOException {
        requireOpen();
        state = State.BROKEN;
        try {
            sink.finish();
            content.close();
            file.commit();
        } catch (IOException e) {
            throw new IOException("cannot write " + target + ": " + e.getMessage(), e);
        }
        state = State.DONE;
    }

    private void requireOpen() throws IOException {
        switch (state) {
            case OPEN -> {}
            case BROKEN -> throw new IOException("cannot write " + target + ": an earlier write failed");
            case DONE -> throw new IllegalStateException(target + " is already complete");
        }
    }

    /** Releases all; without an earlier {@link #commit()} nothing is left behind. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
