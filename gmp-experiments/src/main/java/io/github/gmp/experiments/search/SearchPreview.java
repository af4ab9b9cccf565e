package io.github.gmp.experiments.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says in words what a search would do. */
record SearchPreview(SearchConfig config, SearchSpace space, Function<List<double[]>, Candidate> binder) {
    private static final int SAMPLES = 5;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int references = config.references().size();
        lines.add("search " + config.name() + ": up to " + SearchRunner.expectedTrials(config) + " trials"
                + (references == 0 ? "" : " and " + references + (references == 1 ? " reference" : " references")));
        lines.add("space:");
        space.dimensions().forEach((path, dimension) -> lines.add("  " + path + ": " + dimension.describe()));
        lines.add("samples:");
        for (List<double[]> genes : new GeneticSearch(space, config).samples(SAMPLES)) {
            lines.add("  " + binder.apply(genes).values());
        }
        return lines;
    }
}
