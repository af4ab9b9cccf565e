package io.github.gmp.runtime.predict;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.DatasetFormats;
import io.github.gmp.runtime.dataset.StructureFile;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.model.TrainedModel;
import io.github.gmp.runtime.progress.Run;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes predictions for files of structures of any size in their order, a few structures per thread in memory; the output appears whole or
 * not at all.
 */
public final class Predict {
    /** Key of a frame: standard deviation of the energy over the members of a committee, eV. */
    private static final String ENERGY_STD = "energy_std";
    /** Column: norm of the standard deviations of the force on the atom, eV/Å. */
    private static final String FORCES_STD = "forces_std";
    /** Column: number of features outside their range in the training set. */
    private static final String EXTRAPOLATION = "extrapolation";
    /** Column: largest distance of a feature from its range, in widths of the range. */
    private static final String EXTRAPOLATION_EXCESS = "extrapolation_excess";

    private final PredictionStream predictions;
    private final DatasetFormats formats;

    /**
     * @param predictions reads and predicts
     * @param formats finds the format of the output by its name
     */
    @Inject
    public Predict(PredictionStream predictions, DatasetFormats formats) {
        this.predictions = predictions;
        this.formats = formats;
    }

    /**
     * {@return the number of structures}
     *
     * @param model the model
     * @param files files of structures
     * @param output the file to write
     * @param run threads, progress of the bytes of the files, and whether to stop
     * @throws GmpException if a file cannot be read or written, an element is unknown to the model, or a prediction is not finite
     */
    public long predict(TrainedModel model, List<Path> files, Path output, Run run) {
        AtomicLong count = new AtomicLong();
        try (StructureFile sink = StructureFile.create(formats.formatOf(Optional.empty(), output), output)) {
            predictions.run(
                    new PredictionStream.Request("predicting", model, files),
                    run,
                    frame -> true,
                    (frame, prediction) -> {
                        write(sink, labeled(frame, prediction), output);
                        count.incrementAndGet();
                    });
            if (count.get() == 0) {
                throw new DataException(
                        String.join(", ", files.stream().map(Path::toString).toList()) + ": no structures");
            }
            sink.commit();
        } catch (IOException e) {
            throw AtomicFile.unwritable(output, e);
        }
        return count.get();
    }

    private static void write(StructureFile sink, LabeledStructure frame, Path output) {
        try {
            sink.write(frame);
        } catch (IOException e) {
            throw AtomicFile.unwritable(output, e);
        }
    }

    /**
     * The structure with its other keys and columns; predictions take the place of any labels, and columns and a key say how far to trust
     * them.
     */
    private static LabeledStructure labeled(LabeledStructure frame, Prediction prediction) {
        Potential.Evaluation evaluation = prediction.evaluation();
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : frame.structure().atomPropertyNames()) {
            columns.put(name, frame.structure().atomProperty(name).orElseThrow());
        }
        // Those of an earlier committee would be mistaken for those of this model.
        columns.remove(FORCES_STD);
        columns.put(
                EXTRAPOLATION,
                Arrays.stream(prediction.extrapolation().featuresOutside())
                        .asDoubleStream()
                        .toArray());
        columns.put(EXTRAPOLATION_EXCESS, prediction.extrapolation().largestExcess());
        boolean forces = evaluation.gradient().isPresent();
        evaluation.spread().filter(spread -> forces).ifPresent(spread -> columns.put(FORCES_STD, spread.forces()));
        LabeledStructure.Builder builder =
                LabeledStructure.builder(frame.structure().withAtomProperties(columns), frame.source());
        frame.info().forEach((key, value) -> {
            if (!key.equals(ENERGY_STD)) {
                builder.info(key, value);
            }
        });
        builder.energy(evaluation.energy());
        if (forces) {
            builder.forces(evaluation.forces());
        }
        evaluation.stress().ifPresent(builder::stress);
        evaluation.spread().ifPresent(spread -> builder.info(ENERGY_STD, Double.toString(spread.energy())));
        return builder.build();
    }
}
