package io.github.gmp.experiments.search.run;

import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.genetic.GeneticSearch;
import io.github.gmp.experiments.search.halving.Rung;
import io.github.gmp.experiments.search.space.SearchSpace;
import io.github.gmp.runtime.config.ConfigTree;

import java.util.ArrayList;
import java.util.List;

/** Says in words what a search would do. */
record SearchPreview(SearchConfig config, SearchSpace space, SearchRunner.Setup setup) {
    private static final int SAMPLES = 5;

    /** {@return the random candidates, the same for the same seed} */
    List<Candidate> samples() {
        return new GeneticSearch(space, config)
                .samples(SAMPLES).stream().map(setup.candidates()).toList();
    }

    /**
     * {@return the lines for the user}
     *
     * @param estimate how long it takes
     */
    List<String> lines(SearchEstimate estimate) {
        List<Rung> rungs = setup.rungs();
        List<String> lines = new ArrayList<>();
        SearchBudget budget = new SearchBudget(config);
        int references = config.references().size();
        lines.add("search " + config.name() + " by " + config.algorithm().title() + ": up to " + budget.candidates()
                + " candidates"
                + (references == 0 ? "" : " and " + references + (references == 1 ? " reference" : " references"))
                + ", " + budget.trials() + " trials");
        if (rungs.size() > 1) {
            lines.add("rungs:");
            rungs.forEach(rung -> lines.add("  " + rung.number() + ": " + rung.describe()
                    + (rung.number() < rungs.size() ? "; " + percent(rung.keep()) + " go on" : "")));
        }
        lines.add("space (" + size() + "):");
        space.describe().forEach((path, words) -> lines.add("  " + path + ": " + words));
        lines.add("samples:");
        for (Candidate sample : samples()) {
            lines.add("  " + ConfigTree.flow(sample.values())
                    + sample.refusal()
                            .map(reason -> " (refused: " + reason + ")")
                            .orElse(""));
        }
        lines.add(estimate.line());
        return lines;
    }

    /** Small spaces exactly, large ones as a power of ten. */
    private String size() {
        double log = space.logSize();
        String most = space.isConditional() ? "at most " : "";
        return log < 6
                ? most + Numbers.count(Math.round(Math.pow(10, log))) + " candidates"
                : most + "10^" + Math.round(log) + " candidates, numbers counted to four digits";
    }

    private static String percent(double share) {
        return Numbers.significant(100 * share) + " %";
    }
}
