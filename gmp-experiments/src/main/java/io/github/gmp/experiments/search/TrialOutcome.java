package io.github.gmp.experiments.search;

import java.util.Optional;

/**
 * What a finished trial came to.
 *
 * @param features number of features
 * @param parameters number of trained parameters
 * @param error the searched objective on the validation set, eV
 * @param testError the same on the test set, for the final table only, eV
 * @param operationsPerAtom deterministic cost: floating-point operations per atom of features and regressor
 * @param seconds how long the trial took; for reports only
 */
record TrialOutcome(
        int features,
        long parameters,
        double error,
        Optional<Double> testError,
        double operationsPerAtom,
        double seconds) {}
