package io.github.gmp.experiments.evaluate;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.IsolatedAtoms;
import io.github.gmp.runtime.model.TrainedModel;
import io.github.gmp.runtime.predict.PredictionStream;
import io.github.gmp.runtime.progress.Run;
import jakarta.inject.Inject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the errors of a model on files of labeled structures of any size, a few structures per thread in memory. */
public final class Evaluate {
    private final PredictionStream predictions;

    /** @param predictions reads and predicts */
    @Inject
    public Evaluate(PredictionStream predictions) {
        this.predictions = predictions;
    }

    /**
     * {@return the errors}
     *
     * @param model the model
     * @param files files of structures
     * @param run threads, progress of the bytes of the files, and whether to stop
     * @throws GmpException if a file cannot be read, no structure has an energy, or an element is unknown to the model
     */
    public EvaluateResult evaluate(TrainedModel model, List<Path> files, Run run) {
        Selection selection = new Selection();
        EvaluationSums sums = new EvaluationSums();
        predictions.run(
                new PredictionStream.Request("evaluating", model, files),
                run,
                selection::isUsable,
                (frame, prediction) -> sums.add(frame, Predicted.of(prediction)));
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

        boolean isUsable(LabeledStructure frame) {
            if (IsolatedAtoms.isOne(frame)) {
                isolatedAtoms++;
            } else if (frame.energy().isEmpty()) {
                withoutEnergy++;
            } else {
                withForces += frame.forces().isPresent() ? 1 : 0;
                withoutForces += frame.forces().isPresent() ? 0 : 1;
                return true;
            }
            return false;
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
