package io.github.gmp.experiments.search.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to show at the end.
 *
 * @param table the front, ascending in cost, as lines for a terminal
 * @param references hand-picked pairs beside it, as lines for a terminal; none if there are none
 * @param rungs what the rungs were worth, as lines for a terminal; none if there are none
 * @param threads how well threads were used, as a line; none if no trial ran on them
 * @param warnings what the user should know
 * @param trials number of trials
 * @param failed how many of them failed
 * @param folder where the results are
 */
public record SearchResult(
        List<String> table,
        List<String> references,
        List<String> rungs,
        Optional<String> threads,
        List<String> warnings,
        int trials,
        int failed,
        Path folder) {
    /** {@return the page to look at} */
    public Path report() {
        return folder.resolve("report.html");
    }
}
