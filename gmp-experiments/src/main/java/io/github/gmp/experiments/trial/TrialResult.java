package io.github.gmp.experiments.trial;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.runtime.model.Metrics;

import java.util.List;
import java.util.Optional;

/**
 * What a trial came to.
 *
 * @param features number of features
 * @param parameters number of trained parameters of the regressor
 * @param train errors on the training set
 * @param validation errors on the validation set
 * @param test errors on the test set, if there is one
 * @param times measured times, for reports only
 * @param operationsPerAtom deterministic cost: floating-point operations per atom of features and regressor
 * @param featureRanges range of every feature over the training set
 * @param history one record per epoch; empty for regressors solved directly
 * @param notes what the user should know
 * @param potential the trained potential
 */
public record TrialResult(
        int features,
        long parameters,
        Metrics train,
        Metrics validation,
        Optional<Metrics> test,
        TrialTimes times,
        double operationsPerAtom,
        FeatureRanges featureRanges,
        List<EpochRecord> history,
        List<String> notes,
        Potential potential) {
    /** Copies the lists. */
    public TrialResult {
        history = List.copyOf(history);
        notes = List.copyOf(notes);
    }
}
