package io.github.gmp.experiments.predict;

import com.google.inject.Inject;
import io.github.gmp.api.dataset.StructureSink;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Potential;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.dataset.DatasetFormats;
import io.github.gmp.experiments.dataset.FrameStream;
import io.github.gmp.experiments.files.AtomicFile;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.trial.Predictions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Writes predictions for files of structures, a few at a time; the output appears whole or not at all. */
public final class ModelPredictor {
    private final FrameStream frames;
    private final DatasetFormats formats;

    /**
     * @param frames reads the files
     * @param formats finds the format of the output by its name
     */
    @Inject
    public ModelPredictor(FrameStream frames, DatasetFormats formats) {
        this.frames = frames;
        this.formats = formats;
    }

    /**
     * @param potential the potential
     * @param files files of structures
     * @param output the file to write
     * @param threads how many threads may be used; the output does not depend on it
     * @param progress told about every structure
     * @param cancelled asked now and then
     * @return number of structures
     * @throws GmpException if a file cannot be read or written, an element is unknown to the potential, or a prediction is not finite
     */
    public long predict(
            Potential potential,
            List<Path> files,
            Path output,
            int threads,
            Progress progress,
            BooleanSupplier cancelled) {
        AtomicLong count = new AtomicLong();
        progress.start("predicting", -1);
        try (StructureSink sink =
                formats.formatOf(Optional.empty(), output, Path.of("")).write(output)) {
            frames.forEachChunk(files, progress, cancelled, chunk -> {
                List<Potential.Evaluation> evaluations =
                        Predictions.evaluate(potential, chunk, threads, Progress.silent());
                for (int s = 0; s < chunk.size(); s++) {
                    write(sink, labeled(chunk.get(s), evaluations.get(s)), output);
                }
                count.addAndGet(chunk.size());
            });
            if (count.get() == 0) {
                throw new DataException(
                        String.join(", ", files.stream().map(Path::toString).toList()) + ": no structures");
            }
            sink.commit();
        } catch (IOException e) {
            throw AtomicFile.unwritable(output, e);
        }
        progress.finish();
        return count.get();
    }

    private static void write(StructureSink sink, LabeledStructure frame, Path output) {
        try {
            sink.write(frame);
        } catch (IOException e) {
            throw AtomicFile.unwritable(output, e);
        }
    }

    /** The structure with its other keys and columns, and the predictions in the place of any labels. */
    private static LabeledStructure labeled(LabeledStructure frame, Potential.Evaluation evaluation) {
        LabeledStructure.Builder builder = LabeledStructure.builder(frame.structure(), frame.source());
        frame.info().forEach(builder::info);
        builder.energy(evaluation.energy()).forces(evaluation.forces());
        evaluation.stress().ifPresent(builder::stress);
        return builder.build();
    }
}
