package io.github.gmp.runtime.dataset;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.files.InputFile;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;
import jakarta.inject.Inject;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads files of structures a few frames at a time, for work on files of any size. */
public final class FrameStream {
    private static final int MOST_FRAMES = 64;
    private static final int MOST_ATOMS = 10_000;

    private final DatasetFormats formats;

    /** @param formats finds the format of a file by its name */
    @Inject
    public FrameStream(DatasetFormats formats) {
        this.formats = formats;
    }

    /**
     * @param files files, relative to the working directory
     * @param progress advanced by one per frame
     * @param cancelled asked between chunks
     * @param chunk receives the frames in their order, at least one at a time
     * @throws DataException if a file cannot be read or is malformed, or a label is not finite
     * @throws CancellationException if cancelled
     */
    public void forEachChunk(
            List<Path> files, Progress progress, BooleanSupplier cancelled, Consumer<List<LabeledStructure>> chunk) {
        try (FrameReader reader = open(files)) {
            for (List<LabeledStructure> next = next(reader); !next.isEmpty(); next = next(reader)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                chunk.accept(next);
                progress.advance(next.size());
            }
        }
    }

    /**
     * Reads frame after frame, as a task of its own.
     *
     * @param task what is being done, for the progress
     * @param files files, relative to the working directory
     * @param progress told about the bytes read
     * @param cancelled asked at every frame
     * @param receiver receives the frames in their order
     * @throws DataException if a file cannot be read or is malformed, or a label is not finite
     * @throws CancellationException if cancelled
     */
    public void forEachFrame(
            String task,
            List<Path> files,
            Progress progress,
            BooleanSupplier cancelled,
            Consumer<LabeledStructure> receiver) {
        try (FrameReader reader = open(files)) {
            progress.start(task, reader.totalBytes(), ProgressUnit.MEGABYTES);
            long shown = 0;
            for (Optional<LabeledStructure> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                receiver.accept(frame.get());
                progress.advance(reader.bytesRead() - shown);
                shown = reader.bytesRead();
            }
            progress.finish();
        }
    }

    /**
     * {@return reads their frames; close it}
     *
     * @param files files, relative to the working directory
     * @throws DataException if a file is absent or has no known format
     */
    public FrameReader open(List<Path> files) {
        return FrameReader.ofFiles(formats, files);
    }

    /**
     * {@return reads them one range after the other; close it}
     *
     * @param ranges frames of files
     * @throws DataException if a file is absent or has no known format
     */
    public FrameReader openRanges(List<FrameRange> ranges) {
        return FrameReader.ofRanges(formats, ranges);
    }

    /**
     * Finds out where frames are, as a task of its own; most formats do not parse them for it.
     *
     * @param task what is being done, for the progress
     * @param files files, relative to the working directory
     * @param progress told about the bytes read
     * @param cancelled asked at every frame
     * @param receiver receives file and place of every frame in their order
     * @throws DataException if a file cannot be read or frames cannot be told apart
     * @throws CancellationException if cancelled
     */
    public void forEachPlace(
            String task,
            List<Path> files,
            Progress progress,
            BooleanSupplier cancelled,
            BiConsumer<Path, FramePlace> receiver) {
        try (FrameReader sizes = open(files)) {
            progress.start(task, sizes.totalBytes(), ProgressUnit.MEGABYTES);
        }
        for (Path file : files) {
            InputFile input = new InputFile(file);
            DatasetFormat format = formats.formatOf(Optional.empty(), file);
            AtomicLong shown = new AtomicLong();
            try (Stream<FramePlace> places = DatasetFormats.open(input, format::places)) {
                places.forEach(place -> {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("cancelled");
                    }
                    receiver.accept(file, place);
                    progress.advance(input.bytesRead() - shown.getAndSet(input.bytesRead()));
                });
            } catch (UncheckedIOException e) {
                throw DatasetFormats.unreadable(file, e.getCause());
            }
        }
        progress.finish();
    }

    private static List<LabeledStructure> next(FrameReader reader) {
        List<LabeledStructure> chunk = new ArrayList<>();
        int atoms = 0;
        while (chunk.size() < MOST_FRAMES && atoms < MOST_ATOMS) {
            Optional<LabeledStructure> frame = reader.next();
            if (frame.isEmpty()) {
                break;
            }
            atoms += frame.get().structure().size();
            chunk.add(frame.get());
        }
        return chunk;
    }
}
