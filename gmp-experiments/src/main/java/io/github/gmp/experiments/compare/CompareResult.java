package io.github.gmp.experiments.compare;

import io.github.gmp.runtime.model.Metrics;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user sees at the end of a comparison.
 *
 * @param lines tables and notes for the terminal
 * @param report the report
 * @param finished number of finished trials
 * @param planned number of trials asked for
 * @param reused number of finished trials that an earlier run had left
 * @param failures what went wrong in trials that could not be finished
 * @param trials the finished trials, by combination and seed
 */
public record CompareResult(
        List<String> lines,
        Path report,
        int finished,
        int planned,
        int reused,
        List<String> failures,
        List<Trial> trials) {
    /**
     * A finished trial.
     *
     * @param descriptor name of the descriptor
     * @param regressor name of the regressor
     * @param seed the seed
     * @param operationsPerAtom floating-point operations per atom of one energy
     * @param validation errors on the validation set
     * @param test errors on the test set, if there is one
     */
    public record Trial(
            String descriptor,
            String regressor,
            long seed,
            double operationsPerAtom,
            Metrics validation,
            Optional<Metrics> test) {
        static Trial of(ComparedTrial outcome) {
            return new Trial(
                    outcome.descriptor(),
                    outcome.regressor(),
                    outcome.seed(),
                    outcome.operationsPerAtom(),
                    outcome.validation(),
                    outcome.test());
        }
    }

    /** Copies the lists. */
    public CompareResult {
        lines = List.copyOf(lines);
        failures = List.copyOf(failures);
        trials = List.copyOf(trials);
    }
}
