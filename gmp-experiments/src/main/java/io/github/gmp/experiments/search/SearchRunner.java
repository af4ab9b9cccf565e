package io.github.gmp.experiments.search;

import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.report.Numbers;

import java.util.List;
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
            progress.start("search " + config.name(), expectedTrials(config));
            new GeneticSearch(space, config).run(generation -> {
                List<SearchTrial> trials =
                        pool.run(generation.stream().map(binder).toList());
                progress.note(summary(new SearchResult(pool.trials())));
                return trials;
            });
            return new SearchResult(pool.trials());
        } finally {
            progress.finish();
        }
    }

    /**
     * @param config a search
     * @return how many candidates it asks for; repetitions are not tried again
     */
    static long expectedTrials(SearchConfig config) {
        // NSGA-II keeps half of each generation; only the other half is new.
        long perGeneration =
                config.algorithm() == Algorithm.NSGA2 ? (config.population() + 1) / 2 : config.population();
        return config.population() + (config.generations() - 1) * perGeneration;
    }

    private static String summary(SearchResult result) {
        String best = result.bestError()
                .map(error -> "best " + Numbers.significant(1000 * error) + " meV, ")
                .orElse("");
        return best + "front of " + result.front().size();
    }
}
