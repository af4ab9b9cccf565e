package io.github.gmp.experiments.search;

import java.util.List;

/**
 * A hand-picked pair tried.
 *
 * @param name its name
 * @param rungs its trials on all rungs, the full one last
 */
public record ReferenceTrial(String name, List<SearchTrial> rungs) {
    public ReferenceTrial {
        rungs = List.copyOf(rungs);
    }

    /** {@return the full trial} */
    public SearchTrial trial() {
        return rungs.get(rungs.size() - 1);
    }
}
