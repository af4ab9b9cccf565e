package io.github.gmp.experiments.search.run;

import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.experiments.search.Algorithm;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.ReferenceTrial;
import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.SearchCancelledException;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.genetic.GeneticSearch;
import io.github.gmp.experiments.search.genetic.ReferenceSeeds;
import io.github.gmp.experiments.search.halving.Costs;
import io.github.gmp.experiments.search.halving.Rung;
import io.github.gmp.experiments.search.halving.SuccessiveHalving;
import io.github.gmp.experiments.search.halving.TrialPool;
import io.github.gmp.experiments.search.journal.Journal;
import io.github.gmp.experiments.search.space.GridPoints;
import io.github.gmp.experiments.search.space.SearchSpace;
import io.github.gmp.runtime.progress.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs a search to its end: the algorithm proposes, the pool tries on one rung after the other, the journal remembers. */
public final class SearchRunner {
    private final SearchConfig config;
    private final Objectives objectives;
    private final SearchSpace space;
    private final Setup setup;

    /**
     * What a search is made with.
     *
     * @param candidates makes candidates of genes
     * @param rungs the rungs, the full trial last
     * @param attempts puts candidates on rungs
     * @param tasks makes tasks for an executor
     * @param costs what trials cost
     */
    public record Setup(
            Function<List<double[]>, Candidate> candidates,
            List<Rung> rungs,
            BiFunction<Candidate, Rung, Attempt> attempts,
            Function<Attempt, String> tasks,
            Costs costs) {}

    public SearchRunner(SearchConfig config, SearchSpace space, Setup setup) {
        this.config = config;
        this.objectives = new Objectives(config.objectives());
        this.space = space;
        this.setup = setup;
    }

    /**
     * {@return all trials}
     *
     * @param journal finished trials are taken from and added to it
     * @param executor runs trials; the result does not depend on it
     * @param cancelled when true, stop
     * @param progress told about every trial
     * @throws SearchCancelledException if stopped
     */
    SearchTrials run(Journal journal, TaskExecutor.Session executor, BooleanSupplier cancelled, Progress progress) {
        try {
            progress.start("search " + config.name(), new SearchBudget(config).trials());
            SearchMonitor monitor = new SearchMonitor(config, progress, System::nanoTime);
            Function<TrialPool.Listener, TrialPool> pools =
                    listener -> new TrialPool(setup.tasks(), setup.costs(), executor, journal, cancelled, listener);
            List<ReferenceTrial> references = references(pools.apply(monitor::reference), progress);
            TrialPool pool = pools.apply(monitor::candidate);
            SuccessiveHalving halving =
                    new SuccessiveHalving(setup.rungs(), setup.attempts(), objectives, pool, progress);
            SearchBudget budget = new SearchBudget(config);
            AtomicInteger generations = new AtomicInteger();
            propose(generation -> {
                int before = halving.asked().size();
                List<double[]> values = halving.evaluate(
                        generation.stream().map(setup.candidates()).toList());
                int asked = halving.asked().size() - before;
                // A generation may take fewer trials than planned: the bar counts the rest as done.
                progress.advance(budget.trials(generations.get()) - asked);
                monitor.generationEnded(generations.getAndIncrement());
                return values;
            });
            return result(pool, halving, references);
        } finally {
            progress.finish();
        }
    }

    private SearchTrials result(TrialPool pool, SuccessiveHalving halving, List<ReferenceTrial> references) {
        return new SearchTrials(objectives, setup.rungs().size(), pool.trials(), halving.asked(), references);
    }

    /** All algorithms ask for the same numbers of candidates at a time, so that rungs mean the same to all. */
    private void propose(Function<List<List<double[]>>, List<double[]>> judge) {
        SearchBudget budget = new SearchBudget(config);
        GeneticSearch genetic = new GeneticSearch(space, config);
        if (config.algorithm() == Algorithm.NSGA2 && config.generations() > 1) {
            genetic.run(seeds(), judge);
            return;
        }
        List<List<double[]>> all =
                switch (config.algorithm()) {
                    case GRID -> GridPoints.of(space, budget.candidates());
                    case RANDOM -> genetic.samples((int) budget.candidates());
                    // A single generation has nothing to breed from.
                    case NSGA2 ->
                        Stream.concat(seeds().stream(), genetic.samples(config.population()).stream())
                                .limit(config.population())
                                .toList();
                };
        int next = 0;
        for (int generation = 0; generation < config.generations(); generation++) {
            int end = (int) Math.min(all.size(), next + budget.candidates(generation));
            judge.apply(all.subList(next, end));
            next = end;
        }
    }

    private List<List<double[]>> seeds() {
        if (!config.seedWithReferences()) {
            return List.of();
        }
        return new ReferenceSeeds(config, space)
                .genes().stream().limit(config.population()).toList();
    }

    /**
     * In a pool of their own, so that candidates are numbered from 1 whatever they are compared with. All go through all rungs: they show
     * what the cheaper ones are worth.
     */
    private List<ReferenceTrial> references(TrialPool pool, Progress progress) {
        List<Candidate> candidates = config.references().stream()
                .map(reference -> Candidate.of(
                        Map.of("reference", reference.name()), reference.descriptor(), reference.regressor()))
                .toList();
        List<List<SearchTrial>> trials = new ArrayList<>();
        for (Rung rung : setup.rungs()) {
            trials.add(pool.run(candidates.stream()
                    .map(candidate -> setup.attempts().apply(candidate, rung))
                    .toList()));
        }
        progress.advance((long) candidates.size() * setup.rungs().size() - pool.count());
        List<ReferenceTrial> references = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int index = i;
            references.add(new ReferenceTrial(
                    config.references().get(i).name(),
                    trials.stream().map(ofRung -> ofRung.get(index)).toList()));
        }
        return references;
    }
}
