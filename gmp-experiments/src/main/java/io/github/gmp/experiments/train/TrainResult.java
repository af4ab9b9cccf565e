package io.github.gmp.experiments.train;

import io.github.gmp.experiments.evaluate.SetEvaluation;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.runtime.model.Provenance;

import java.util.List;

/**
 * What a training came to.
 *
 * @param prepared what was trained
 * @param result the potential, its costs and notes
 * @param sets errors on training, validation and, if there is one, test set
 * @param curve the learning curve
 * @param warnings what the user should know, beside what was wrong with the data
 * @param stopped whether it was stopped before its end
 * @param provenance where it comes from
 */
public record TrainResult(
        PreparedTraining prepared,
        TrialResult result,
        List<SetEvaluation> sets,
        List<CurvePoint> curve,
        List<String> warnings,
        boolean stopped,
        Provenance provenance) {
    /** Copies the lists. */
    public TrainResult {
        sets = List.copyOf(sets);
        curve = List.copyOf(curve);
        warnings = List.copyOf(warnings);
    }

    /** {@return the set that judges the potential: the test set, or the validation set where there is none} */
    public SetEvaluation judged() {
        return sets.get(sets.size() - 1);
    }
}
