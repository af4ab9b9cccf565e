package io.github.gmp.api.model;

import java.util.List;

/**
 * A trained regressor and how it got there.
 *
 * @param regressor the regressor, with the weights that were best on the validation set
 * @param history one record per epoch; empty for regressors solved directly
 * @param notes what the user should know, e.g. dropped constant features, a rank-deficient element bias
 */
public record TrainingResult(Regressor regressor, List<EpochRecord> history, List<String> notes) {
    /** Copies the lists. */
    public TrainingResult {
        history = List.copyOf(history);
        notes = List.copyOf(notes);
    }
}
