package io.github.gmp.experiments.predict;

import com.google.inject.Inject;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.dataset.FrameStream;
import io.github.gmp.experiments.dataset.IsolatedAtoms;
import io.github.gmp.experiments.model.TrainedModel;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.trial.Prediction;
import io.github.gmp.experiments.trial.Predictions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Measures the errors of a model on files of labeled structures, a few at a time. */
public final class ModelEvaluator {
    private final FrameStream frames;

    /** @param frames reads the files */
    @Inject
    public ModelEvaluator(FrameStream frames) {
        this.frames = frames;
    }

    /**
     * @param model the model
     * @param files files of structures
     * @param threads how many threads may be used; the report does not depend on it
     * @param progress told about every structure
     * @param cancelled asked now and then
     * @return the errors
     * @throws GmpException if a file cannot be read, no structure has an energy, or an element is unknown to the model
     */
    public EvaluationReport evaluate(
            TrainedModel model, List<Path> files, int threads, Progress progress, BooleanSupplier cancelled) {
        Selection selection = new Selection();
        EvaluationSums sums = new EvaluationSums();
        progress.start("evaluating", -1);
        frames.forEachChunk(files, progress, cancelled, chunk -> {
            List<LabeledStructure> labeled = selection.usable(chunk);
            List<Prediction> predictions =
                    Predictions.predict(model.potential(), model.featureRanges(), labeled, threads);
            for (int s = 0; s < labeled.size(); s++) {
                sums.add(labeled.get(s), Predicted.of(predictions.get(s)));
            }
        });
        progress.finish();
        return sums.report(selection.warnings())
                .orElseThrow(() -> new DataException(
                        String.join(", ", files.stream().map(Path::toString).toList())
                                + ": no structure has an energy to compare with; to predict without labels use"
                                + " 'gmp predict'"));
    }

    /** Leaves out what cannot be compared, and counts it. */
    private static final class Selection {
        private long withoutEnergy;
        private long isolatedAtoms;
        private long withForces;
        private long withoutForces;

        List<LabeledStructure> usable(List<LabeledStructure> chunk) {
            List<LabeledStructure> usable = new ArrayList<>();
            for (LabeledStructure frame : chunk) {
                if (IsolatedAtoms.isOne(frame)) {
                    isolatedAtoms++;
                } else if (frame.energy().isEmpty()) {
                    withoutEnergy++;
                } else {
                    usable.add(frame);
                    withForces += frame.forces().isPresent() ? 1 : 0;
                    withoutForces += frame.forces().isPresent() ? 0 : 1;
                }
            }
            return usable;
        }

        List<String> warnings() {
            List<String> warnings = new ArrayList<>();
            if (withoutEnergy > 0) {
                warnings.add(withoutEnergy + " structures without energy were left out");
            }
            if (isolatedAtoms > 0) {
                warnings.add(isolatedAtoms + " isolated atoms were left out");
            }
            if (withForces > 0 && withoutForces > 0) {
                warnings.add(withoutForces + " structures without forces were compared by their energies alone");
            }
            return warnings;
        }
    }
}
