package io.github.gmp.experiments.search.worker;

import io.github.gmp.experiments.trial.TrialResult;

import java.util.Optional;

/**
 * What a finished trial came to.
 *
 * @param features number of features
 * @param parameters number of trained parameters
 * @param validation errors on the validation set: what is searched
 * @param test the same on the test set, for the final table only
 * @param operationsPerAtom deterministic cost: floating-point operations per atom of features and regressor
 * @param predictSeconds measured processor time to predict the energy of a structure from its positions; for reports only
 * @param seconds how long the trial took; for reports only
 */
public record TrialScores(
        int features,
        long parameters,
        TrialErrors validation,
        Optional<TrialErrors> test,
        double operationsPerAtom,
        double predictSeconds,
        double seconds) {
    static TrialScores of(TrialResult result, double seconds) {
        return new TrialScores(
                result.features(),
                result.parameters(),
                TrialErrors.of(result.validation()),
                result.test().map(TrialErrors::of),
                result.operationsPerAtom(),
                result.times().predictSecondsPerStructure(),
                seconds);
    }

    /**
     * {@return the same with that cost}
     *
     * @param operations another cost
     */
    public TrialScores withOperationsPerAtom(double operations) {
        return new TrialScores(features, parameters, validation, test, operations, predictSeconds, seconds);
    }

    /** {@return whether all that a search compares is a number} */
    boolean isFinite() {
        return validation.isFinite()
                && test.map(TrialErrors::isFinite).orElse(true)
                && Double.isFinite(operationsPerAtom);
    }
}
