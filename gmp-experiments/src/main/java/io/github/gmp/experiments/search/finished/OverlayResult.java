package io.github.gmp.experiments.search.finished;

import java.nio.file.Path;
import java.util.List;

/**
 * What to show.
 *
 * @param table the hypervolume of each algorithm, as lines for a terminal
 * @param equalCost for each error the lowest ones at equal cost, as lines for a terminal; none if the cost was not minimized
 * @param notes what else differs
 * @param report the page to look at
 */
public record OverlayResult(List<String> table, List<List<String>> equalCost, List<String> notes, Path report) {}
