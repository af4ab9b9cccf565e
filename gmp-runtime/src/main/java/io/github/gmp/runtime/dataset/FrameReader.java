package io.github.gmp.runtime.dataset;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.files.InputFile;

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
    private final List<Part> parts;
    private int opened;
    private long bytesOfClosedFiles;
    private InputFile current;
    private Stream<LabeledStructure> stream = Stream.empty();
    private Iterator<LabeledStructure> frames = stream.iterator();
    private long framesOfFile;

    /** A file, or a part of it, and how it is opened. */
    private record Part(Path file, long framesBefore, Opener opener) {}

    /** Opens frames of a file. */
    @FunctionalInterface
    private interface Opener {
        Stream<LabeledStructure> open(DatasetFormat format, InputFile file);
    }

    static FrameReader ofFiles(DatasetFormats formats, List<Path> files) {
        return new FrameReader(
                formats,
                files,
                files.stream()
                        .map(file -> new Part(file, 0, (format, input) -> DatasetFormats.open(input, format::read)))
                        .toList());
    }

    static FrameReader ofRanges(DatasetFormats formats, List<FrameRange> ranges) {
        return new FrameReader(
                formats,
                ranges.stream().map(FrameRange::file).distinct().toList(),
                ranges.stream()
                        .map(range ->
                                new Part(range.file(), range.first().frame() - 1, (format, file) -> DatasetFormats.open(
                                                file, input -> format.read(input, range.first()))
                                        .limit(range.frames())))
                        .toList());
    }

    private FrameReader(DatasetFormats formats, List<Path> files, List<Part> parts) {
        this.formats = formats;
        this.files = List.copyOf(files);
        this.parts = List.copyOf(parts);
        this.current = new InputFile(Path.of(""));
        // A misspelled last file is told now, not after hours of work on the others.
        for (Path file : files) {
            formats.formatOf(Optional.empty(), file);
            DatasetFormats.requireFile(file);
        }
    }

    /**
     * {@return the next frame, labels checked; empty after the last frame of the last file}
     *
     * @throws DataException if a file cannot be read or is malformed, or a label is not finite
     */
    public Optional<LabeledStructure> next() {
        try {
            while (!frames.hasNext()) {
                if (opened == parts.size()) {
                    return Optional.empty();
                }
                open(parts.get(opened));
            }
            LabeledStructure frame = frames.next();
            framesOfFile++;
            LabelCheck.requireSound(frame);
            return Optional.of(frame);
        } catch (UncheckedIOException e) {
            throw DatasetFormats.unreadable(parts.get(opened - 1).file(), e.getCause());
        } catch (OutOfMemoryError e) {
            throw new GmpException(
                    parts.get(opened - 1).file() + ", frame " + (framesOfFile + 1)
                            + ": out of memory while reading it; allow Java more with the environment variable"
                            + " GMP_JAVA_OPTS, e.g. -Xmx8g",
                    e);
        }
    }

    private void open(Part part) {
        close();
        current = new InputFile(part.file());
        opened++;
        framesOfFile = part.framesBefore();
        DatasetFormat format = formats.formatOf(Optional.empty(), part.file());
        stream = part.opener().open(format, current);
        frames = stream.iterator();
    }

    /** {@return the bytes read from the files so far, as they lie on the disk, compressed or not} */
    public long bytesRead() {
        return bytesOfClosedFiles + current.bytesRead();
    }

    /** {@return the bytes of all files together; −1 if one of them is no regular file and does not tell} */
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
