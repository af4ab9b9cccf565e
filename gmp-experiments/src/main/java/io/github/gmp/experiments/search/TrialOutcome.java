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
 * @param predictSeconds measured processor time to predict the energy of a structure from its positions; for reports only
 * @param seconds how long the trial took; for reports only
 */
record TrialOutcome(
        int features,
        long parameters,
        double error,
        Optional<Double> testError,
        double operationsPerAtom,
        double predictSeconds,
        double seconds) {
    /** Below this an error is nothing but rounding, and its logarithm would outweigh all others (eV). */
    private static final double SMALLEST_ERROR = 1e-9;

    /** @return log₁₀ of the error */
    double logError() {
        return Math.log10(Math.max(error, SMALLEST_ERROR));
    }

    /** @return log₁₀ of the cost */
    double logCost() {
        return Math.log10(Math.max(operationsPerAtom, 1));
    }
}
