package io.github.gmp.experiments.compare;

import java.nio.file.Path;
import java.util.List;

/**
 * What the user sees at the end of a comparison.
 *
 * @param lines tables and notes for the terminal
 * @param report the report
 * @param finished number of finished trials
 * @param planned number of trials asked for
 * @param reused number of finished trials that an earlier run had left
 * @param failures what went wrong in trials that could not be finished
 */
public record CompareSummary(
        List<String> lines, Path report, int finished, int planned, int reused, List<String> failures) {
    /** Copies the lists. */
    public CompareSummary {
        lines = List.copyOf(lines);
        failures = List.copyOf(failures);
    }
}
