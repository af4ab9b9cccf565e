package io.github.gmp.experiments.search;

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
    private final SearchSpace space;
    private final Function<List<double[]>, Candidate> binder;
    private final CandidateTrial trial;

    SearchRunner(
            SearchConfig config, SearchSpace space, Function<List<double[]>, Candidate> binder, CandidateTrial trial) {
        this.config = config;
        this.space = space;
        this.binder = binder;
        this.trial = trial;
    }

    /**
     * @param journal finished trials are taken from and added to it
     * @param threads trials to run at a time; the result does not depend on it
     * @param cancelled when true, stop
     * @param progress told about every trial
     * @return all trials
     * @throws SearchCancelledException if stopped
     */
    SearchResult run(Journal journal, int threads, BooleanSupplier cancelled, Progress progress) {
        try (TrialPool pool = new TrialPool(trial, journal, threads, cancelled, progress)) {
            progress.start(
                    "search " + config.name(),
                    expectedTrials(config) + config.references().size());
            List<ReferenceTrial> references = references(journal, threads, cancelled, progress);
            new GeneticSearch(space, config).run(generation -> {
                int before = pool.trials().size();
                List<SearchTrial> trials =
                        pool.run(generation.stream().map(binder).toList());
                int tried = pool.trials().size() - before;
                // A generation may hold fewer new candidates than planned: the bar takes them as done.
                progress.advance(newCandidates(config, before == 0) - tried);
                progress.note(summary(new SearchResult(pool.trials(), references)));
                return trials;
            });
            return new SearchResult(pool.trials(), references);
        } finally {
            progress.finish();
        }
    }

    /** In a pool of their own, so that candidates are numbered from 1 whatever they are compared with. */
    private List<ReferenceTrial> references(
            Journal journal, int threads, BooleanSupplier cancelled, Progress progress) {
        try (TrialPool pool = new TrialPool(trial, journal, threads, cancelled, progress)) {
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

    private static String summary(SearchResult result) {
        String best = result.bestError()
                .map(error -> "best " + Numbers.significant(1000 * error) + " meV, ")
                .orElse("");
        return best + "front of " + result.front().size();
    }
}
