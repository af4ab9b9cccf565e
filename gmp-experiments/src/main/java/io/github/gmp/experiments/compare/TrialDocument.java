package io.github.gmp.experiments.compare;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.model.MetricsDocument;

import java.util.List;
import java.util.Optional;

/**
 * A finished trial as documents have it, in eV, eV/Å and seconds, see {@link ComparedTrial}.
 *
 * @param descriptor name of the descriptor
 * @param errors errors by set
 * @param features number of features
 * @param history one record per epoch
 * @param notes what the user should know
 * @param operationsPerAtom floating-point operations per atom of one energy
 * @param parameters number of trained parameters
 * @param regressor name of the regressor
 * @param seed the seed
 * @param times what was measured with a clock; left out where only what is the same every time is wanted
 */
record TrialDocument(
        String descriptor,
        Errors errors,
        int features,
        List<EpochRecord> history,
        List<String> notes,
        double operationsPerAtom,
        long parameters,
        String regressor,
        long seed,
        Optional<TrialTimes> times) {
    /**
     * Errors by set.
     *
     * @param test errors on the test set, if there is one
     * @param train errors on the training set
     * @param validation errors on the validation set
     */
    record Errors(Optional<MetricsDocument> test, MetricsDocument train, MetricsDocument validation) {}

    static TrialDocument of(ComparedTrial trial) {
        return new TrialDocument(
                trial.descriptor(),
                new Errors(
                        trial.test().map(MetricsDocument::of),
                        MetricsDocument.of(trial.train()),
                        MetricsDocument.of(trial.validation())),
                trial.features(),
                trial.history(),
                trial.notes(),
                trial.operationsPerAtom(),
                trial.parameters(),
                trial.regressor(),
                trial.seed(),
                Optional.of(trial.times()));
    }

    /** {@return what is the same every time for the same configuration, data and seed} */
    TrialDocument reproducible() {
        return new TrialDocument(
                descriptor,
                errors,
                features,
                history,
                notes,
                operationsPerAtom,
                parameters,
                regressor,
                seed,
                Optional.empty());
    }

    /** @throws IllegalArgumentException if it has no times */
    ComparedTrial trial() {
        return new ComparedTrial(
                descriptor,
                regressor,
                seed,
                features,
                parameters,
                operationsPerAtom,
                errors.train().metrics(),
                errors.validation().metrics(),
                errors.test().map(MetricsDocument::metrics),
                times.orElseThrow(() -> new IllegalArgumentException("the times of the trial are absent")),
                history,
                notes);
    }
}
