package io.github.gmp.experiments.search;

import io.github.gmp.api.trial.TrialExecutor;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.report.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Runs a search to its end: the algorithm proposes, the pool tries, the journal remembers. */
final class SearchRunner {
    private final SearchConfig config;
    private final Objectives objectives;
    private final SearchSpace space;
    private final Function<List<double[]>, Candidate> binder;
    private final Function<Candidate, String> tasks;

    /**
     * @param config the search
     * @param space its space
     * @param binder makes candidates of genes
     * @param tasks makes tasks for an executor of candidates
     */
    SearchRunner(
            SearchConfig config,
            SearchSpace space,
            Function<List<double[]>, Candidate> binder,
            Function<Candidate, String> tasks) {
        this.config = config;
        this.objectives = new Objectives(config.objectives());
        this.space = space;
        this.binder = binder;
        this.tasks = tasks;
    }

    /**
     * @param journal finished trials are taken from and added to it
     * @param executor runs trials; the result does not depend on it
     * @param cancelled when true, stop
     * @param progress told about every trial
     * @return all trials
     * @throws SearchCancelledException if stopped
     */
    SearchResult run(Journal journal, TrialExecutor.Session executor, BooleanSupplier cancelled, Progress progress) {
        try {
            progress.start(
                    "search " + config.name(),
                    expectedTrials(config) + config.references().size());
            List<ReferenceTrial> references =
                    references(new TrialPool(tasks, executor, journal, cancelled, progress), progress);
            TrialPool pool = new TrialPool(tasks, executor, journal, cancelled, progress);
            new GeneticSearch(space, config).run(generation -> {
                int before = pool.trials().size();
                List<SearchTrial> trials =
                        pool.run(generation.stream().map(binder).toList());
                int tried = pool.trials().size() - before;
                // A generation may hold fewer new candidates than planned: the bar takes them as done.
                progress.advance(newCandidates(config, before == 0) - tried);
                progress.note(summary(new SearchResult(objectives, pool.trials(), references)));
                return trials;
            });
            return new SearchResult(objectives, pool.trials(), references);
        } finally {
            progress.finish();
        }
    }

    /** In a pool of their own, so that candidates are numbered from 1 whatever they are compared with. */
    private List<ReferenceTrial> references(TrialPool pool, Progress progress) {
        List<Candidate> candidates = config.references().stream()
                .map(reference -> Candidate.of(
                        Map.of("reference", reference.name()), reference.descriptor(), reference.regressor()))
                .toList();
        List<SearchTrial> trials = pool.run(candidates);
        progress.advance(candidates.size() - pool.trials().size());
        List<ReferenceTrial> references = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            references.add(new ReferenceTrial(config.references().get(i).name(), trials.get(i)));
        }
        return references;
    }

    /**
     * @param config a search
     * @return how many candidates it tries at most
     */
    static long expectedTrials(SearchConfig config) {
        return newCandidates(config, true) + (config.generations() - 1) * newCandidates(config, false);
    }

    private static long newCandidates(SearchConfig config, boolean firstGeneration) {
        return firstGeneration || config.algorithm() == Algorithm.RANDOM
                ? config.population()
                : GeneticSearch.offspring(config.population());
    }

    private String summary(SearchResult result) {
        Objective error = objectives.mainError();
        String best = result.best(error)
                .map(value -> "best " + Numbers.significant(1000 * value) + " " + error.unit() + ", ")
                .orElse("");
        return best + "front of " + result.front().size();
    }
}
