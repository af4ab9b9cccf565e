package io.github.gmp.experiments.dataset;

import com.google.inject.Inject;
import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.progress.Progress;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
        for (Path file : files) {
            DatasetFormat format = formats.formatOf(Optional.empty(), file, Path.of(""));
            try (Stream<LabeledStructure> frames = DatasetFormats.open(format, file)) {
                Iterator<LabeledStructure> iterator = frames.iterator();
                while (iterator.hasNext()) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("cancelled");
                    }
                    List<LabeledStructure> next = next(iterator);
                    chunk.accept(next);
                    progress.advance(next.size());
                }
            } catch (UncheckedIOException e) {
                throw DatasetFormats.unreadable(file, e.getCause());
            }
        }
    }

    private static List<LabeledStructure> next(Iterator<LabeledStructure> iterator) {
        List<LabeledStructure> chunk = new ArrayList<>();
        int atoms = 0;
        while (chunk.size() < MOST_FRAMES && atoms < MOST_ATOMS && iterator.hasNext()) {
            LabeledStructure frame = iterator.next();
            LabelCheck.requireSound(frame);
            atoms += frame.structure().size();
            chunk.add(frame);
        }
        return chunk;
    }
}
