package io.github.gmp.experiments.compare;

import io.github.gmp.runtime.model.Provenance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a comparison came to.
 *
 * @param config the configuration
 * @param resolved the same as plain data
 * @param subjects the descriptors compared, in the order of the configuration
 * @param data the data
 * @param combinations the combinations compared
 * @param outcomes finished trials, by combination and seed
 * @param failures trials that could not be finished
 * @param reused how many outcomes were there from an earlier run
 * @param planned number of trials asked for
 * @param warnings what the user should know
 * @param provenance versions, machine, hashes
 * @param command the command line
 * @param threads number of threads
 * @param folder the run directory
 */
record ComparedTrials(
        CompareConfig config,
        Map<String, Object> resolved,
        List<Subject> subjects,
        DataSummary data,
        List<Combination> combinations,
        List<ComparedTrial> outcomes,
        List<FailedTrial> failures,
        int reused,
        int planned,
        List<String> warnings,
        Provenance provenance,
        String command,
        int threads,
        Path folder) {
    ComparedTrials {
        subjects = List.copyOf(subjects);
        combinations = List.copyOf(combinations);
        outcomes = List.copyOf(outcomes);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    /**
     * A trial that could not be finished.
     *
     * @param descriptor name of the descriptor
     * @param regressor name of the regressor
     * @param seed the seed
     * @param message why
     */
    record FailedTrial(String descriptor, String regressor, long seed, String message) {}

    /** {@return whether there is an outcome or a failure for every trial asked for} */
    boolean isComplete() {
        return outcomes.size() + failures.size() == planned;
    }

    /** The rows of the table: combinations with at least one outcome. */
    List<PairSummary> summaries() {
        return combinations.stream()
                .map(combination -> PairSummary.of(combination, outcomes))
                .filter(summary -> !summary.outcomes().isEmpty())
                .toList();
    }
}
