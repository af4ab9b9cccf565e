package io.github.gmp.experiments.compare;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.model.Metrics;

import java.util.List;
import java.util.Optional;

/**
 * What is kept of a finished trial.
 *
 * @param descriptor name of the descriptor
 * @param regressor name of the regressor
 * @param seed the seed
 * @param features number of features
 * @param parameters number of trained parameters
 * @param operationsPerAtom floating-point operations per atom of one energy
 * @param train errors on the training set
 * @param validation errors on the validation set
 * @param test errors on the test set, if there is one
 * @param times measured times
 * @param history one record per epoch
 * @param notes what the user should know
 */
record ComparedTrial(
        String descriptor,
        String regressor,
        long seed,
        int features,
        long parameters,
        double operationsPerAtom,
        Metrics train,
        Metrics validation,
        Optional<Metrics> test,
        TrialTimes times,
        List<EpochRecord> history,
        List<String> notes) {
    ComparedTrial {
        history = List.copyOf(history);
        notes = List.copyOf(notes);
    }

    static ComparedTrial of(TrialKey key, TrialResult result) {
        return new ComparedTrial(
                key.combination().descriptor().name(),
                key.combination().regressor().name(),
                key.seed(),
                result.features(),
                result.parameters(),
                result.operationsPerAtom(),
                result.train(),
                result.validation(),
                result.test(),
                result.times(),
                result.history(),
                result.notes());
    }

    /** The errors that trials are judged by: on the test set, or the validation set where there is none. */
    Metrics judged() {
        return test.orElse(validation);
    }
}
