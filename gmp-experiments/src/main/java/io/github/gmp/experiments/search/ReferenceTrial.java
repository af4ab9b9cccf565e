package io.github.gmp.experiments.search;

import java.util.List;

/**
 * A hand-picked pair tried.
 *
 * @param name its name
 * @param rungs its trials on all rungs, the full one last
 */
record ReferenceTrial(String name, List<SearchTrial> rungs) {
    ReferenceTrial {
        rungs = List.copyOf(rungs);
    }

    /** {@return the full trial} */
    SearchTrial trial() {
        return rungs.get(rungs.size() - 1);
    }
}
