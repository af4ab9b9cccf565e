package io.github.gmp.experiments.dataset;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.files.metered.MeteredFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The frames of some files one after the other, with how far into the files they are. For one thread at a time. */
public final class FrameReader implements AutoCloseable {
    private final DatasetFormats formats;
    private final List<Path> files;
    private int opened;
    private long bytesOfClosedFiles;
    private MeteredFile current;
    private Stream<LabeledStructure> stream = Stream.empty();
    private Iterator<LabeledStructure> frames = stream.iterator();
    private long framesOfFile;

    FrameReader(DatasetFormats formats, List<Path> files) {
        this.formats = formats;
        this.files = List.copyOf(files);
        this.current = new MeteredFile(Path.of(""));
        // A misspelled last file is told now, not after hours of work on the others.
        for (Path file : files) {
            formats.formatOf(Optional.empty(), file, Path.of(""));
            DatasetFormats.requireFile(file);
        }
    }

    /**
     * @return the next frame, labels checked; empty after the last frame of the last file
     * @throws DataException if a file cannot be read or is malformed, or a label is not finite
     */
    public Optional<LabeledStructure> next() {
        try {
            while (!frames.hasNext()) {
                if (opened == files.size()) {
                    return Optional.empty();
                }
                open(files.get(opened));
            }
            LabeledStructure frame = frames.next();
            framesOfFile++;
            LabelCheck.requireSound(frame);
            return Optional.of(frame);
        } catch (UncheckedIOException e) {
            throw DatasetFormats.unreadable(files.get(opened - 1), e.getCause());
        } catch (OutOfMemoryError e) {
            throw new GmpException(
                    files.get(opened - 1) + ", frame " + (framesOfFile + 1)
                            + ": out of memory while reading it; allow Java more with the environment variable"
                            + " GMP_JAVA_OPTS, e.g. -Xmx8g",
                    e);
        }
    }

    private void open(Path file) {
        close();
        current = new MeteredFile(file);
        opened++;
        framesOfFile = 0;
        stream = DatasetFormats.open(formats.formatOf(Optional.empty(), file, Path.of("")), current.path());
        frames = stream.iterator();
    }

    /** @return bytes read from the files so far, as they lie on the disk, compressed or not */
    public long bytesRead() {
        return bytesOfClosedFiles + current.bytesRead();
    }

    /** @return bytes of all files together; −1 if one of them is no regular file and does not tell */
    public long totalBytes() {
        long total = 0;
        for (Path file : files) {
            try {
                if (!Files.isRegularFile(file)) {
                    return -1;
                }
                total += Files.size(file);
            } catch (IOException e) {
                throw DatasetFormats.unreadable(file, e);
            }
        }
        return total;
    }

    @Override
    public void close() {
        stream.close();
        bytesOfClosedFiles += current.bytesRead();
    }
}
