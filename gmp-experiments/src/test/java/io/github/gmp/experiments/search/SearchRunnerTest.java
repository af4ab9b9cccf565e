package io.github.gmp.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.experiments.config.ComponentSpecs;
import io.github.gmp.experiments.dataset.DataConfig;
import io.github.gmp.experiments.dataset.SplitConfig;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.progress.ProgressUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The search on a problem whose front is known, with a trial that takes no time. */
class SearchRunnerTest {
    private static final Map<String, String> IDENTITY = Map.of("configuration", "abc", "data", "def");

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameTrialsForAnyNumberOfThreads() throws IOException {
        SearchResult one = run("one", config(Algorithm.NSGA2, 12, 8, 5), 1, SearchRunnerTest::outcome);
        SearchResult four = run("four", config(Algorithm.NSGA2, 12, 8, 5), 4, SearchRunnerTest::outcome);
        SearchResult other = run("other", config(Algorithm.NSGA2, 12, 8, 6), 4, SearchRunnerTest::outcome);
        assertThat(four.trials()).isEqualTo(one.trials());
        assertThat(four.front()).isEqualTo(one.front());
        assertThat(other.trials()).isNotEqualTo(one.trials());
    }

    @Test
    void aKilledSearchGoesOnToTheSameEnd() throws IOException {
        SearchConfig config = config(Algorithm.NSGA2, 12, 8, 5);
        SearchResult whole = run("whole", config, 2, SearchRunnerTest::outcome);
        for (int killAfter : new int[] {1, 13, 40}) {
            String name = "killed-" + killAfter;
            AtomicInteger trials = new AtomicInteger();
            CandidateTrial dying = (candidate, cancelled) -> {
                if (trials.incrementAndGet() > killAfter) {
                    throw new StackOverflowError("killed");
                }
                return outcome(candidate, cancelled);
            };
            assertThatThrownBy(() -> run(name, config, 2, dying)).isInstanceOf(StackOverflowError.class);
            cutLastLine(folder.resolve(name));
            AtomicInteger repeated = new AtomicInteger();
            SearchResult resumed = run(name, config, 2, (candidate, cancelled) -> {
                repeated.incrementAndGet();
                return outcome(candidate, cancelled);
            });
            assertThat(resumed.trials()).isEqualTo(whole.trials());
            assertThat(repeated.get())
                    .isLessThan(whole.trials().size())
                    .isGreaterThanOrEqualTo(whole.trials().size() - killAfter);
        }
    }

    @Test
    void failuresAreReportedAndTheSearchGoesOn() throws IOException {
        SearchResult result = run("failing", config(Algorithm.NSGA2, 12, 6, 5), 2, (candidate, cancelled) -> {
            long nodes = (Long) candidate.values().get("regressor.nodes");
            if (nodes % 3 == 0) {
                throw new DataException("the training diverged in epoch 3");
            }
            if (nodes % 3 == 1) {
                throw new OutOfMemoryError();
            }
            return outcome(candidate, cancelled);
        });
        assertThat(result.finished()).isNotEmpty();
        assertThat(result.trials().stream()
                        .map(SearchTrial::failure)
                        .flatMap(Optional::stream)
                        .distinct())
                .containsExactlyInAnyOrder("the training diverged in epoch 3", "out of memory");
        assertThat(result.front()).isNotEmpty().allMatch(trial -> trial.outcome()
                .isPresent());
    }

    @Test
    void theGeneticSearchBeatsRandomOnes() throws IOException {
        double genetic = 0;
        double random = 0;
        for (int seed = 1; seed <= 5; seed++) {
            SearchResult found = run("ga-" + seed, config(Algorithm.NSGA2, 16, 19, seed), 1, SearchRunnerTest::outcome);
            SearchResult drawn =
                    run("rs-" + seed, config(Algorithm.RANDOM, 16, 10, seed), 1, SearchRunnerTest::outcome);
            // Repeated candidates cost nothing, so the genetic search never tries more.
            assertThat(found.trials().size()).isLessThanOrEqualTo(drawn.trials().size());
            genetic += Hypervolume.of(outcomes(found), 5, 0);
            random += Hypervolume.of(outcomes(drawn), 5, 0);
        }
        assertThat(genetic).isGreaterThan(random);
    }

    @Test
    void trialsRunSideBySide() throws IOException {
        CyclicBarrier both = new CyclicBarrier(2);
        SearchResult result = run("parallel", config(Algorithm.RANDOM, 4, 1, 1), 2, (candidate, cancelled) -> {
            try {
                // With one trial at a time, nobody would ever come to meet this one.
                both.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new DataException("alone");
            }
            return outcome(candidate, cancelled);
        });
        assertThat(result.finished()).hasSize(4);
    }

    @Test
    void theBudgetIsSpentOnNewCandidatesAndTheBarEndsAtItsTotal() throws IOException {
        for (Algorithm algorithm : Algorithm.values()) {
            SearchConfig config = config(algorithm, 7, 5, 3);
            CountingProgress progress = new CountingProgress();
            SearchResult result = run("bar-" + algorithm, config, SearchRunnerTest::outcome, progress);
            assertThat(result.trials()).hasSize(algorithm == Algorithm.NSGA2 ? 7 + 4 * 4 : 7 * 5);
            assertThat(SearchRunner.expectedTrials(config))
                    .isEqualTo(result.trials().size());
            assertThat(progress.total).isEqualTo(result.trials().size());
            assertThat(progress.done).isEqualTo(progress.total);
        }
    }

    @Test
    void aSpaceSmallerThanTheBudgetIsTriedOnce() throws IOException {
        Map<String, DimensionConfig> space = Map.of("regressor.nodes", SearchSpaceTest.integers(3, 5, Scale.LINEAR));
        SearchConfig config = config(space, Algorithm.NSGA2, 4, 6, 1);
        CountingProgress progress = new CountingProgress();
        SearchResult result = run(
                "exhausted",
                config,
                (candidate, cancelled) -> {
                    long nodes = (Long) candidate.values().get("regressor.nodes");
                    return new TrialOutcome(1, nodes, 1.0 / nodes, Optional.empty(), nodes, 0, 0);
                },
                progress);
        assertThat(result.trials().stream()
                        .map(trial -> trial.candidate().values().get("regressor.nodes")))
                .containsExactlyInAnyOrder(3L, 4L, 5L);
        assertThat(progress.done).isEqualTo(progress.total).isEqualTo(4 + 5 * 2);
    }

    @Test
    void aReferenceIsBeatenByTheMostExactCandidateThatCostsNoMore() {
        SearchResult result = new SearchResult(
                List.of(judged(1, 10, 0.5), judged(2, 20, 0.3), judged(3, 40, 0.1), judged(4, 20, 0.4)), List.of());
        assertThat(result.beating(new TrialOutcome(1, 1, 0.4, Optional.empty(), 30, 0, 0))
                        .map(SearchTrial::number))
                .contains(2);
        assertThat(result.beating(new TrialOutcome(1, 1, 0.3, Optional.empty(), 20, 0, 0)))
                .isEmpty();
    }

    private static SearchTrial judged(int number, double cost, double error) {
        Candidate candidate = Candidate.of(Map.of("number", number), spec("descriptor"), spec("regressor"));
        return SearchTrial.finished(number, candidate, new TrialOutcome(1, 1, error, Optional.empty(), cost, 0, 0));
    }

    @Test
    void aCancelledTrialIsNotRecorded() throws IOException {
        AtomicInteger started = new AtomicInteger();
        BooleanSupplier cancelled = () -> started.get() >= 3;
        SearchConfig config = config(Algorithm.NSGA2, 8, 3, 1);
        try (Journal journal = Journal.open(folder.resolve("cancelled"), IDENTITY, true)) {
            SearchRunner runner = runner(config, (candidate, stop) -> {
                started.incrementAndGet();
                return outcome(candidate, stop);
            });
            assertThatThrownBy(() -> runner.run(journal, 1, cancelled, Progress.silent()))
                    .isInstanceOf(SearchCancelledException.class)
                    .hasMessage("the search was stopped");
        }
        assertThat(Files.readAllLines(folder.resolve("cancelled"))).hasSize(1 + 2);
    }

    @Test
    void aJournalIsNotContinuedByMistake() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Journal.open(file, IDENTITY, false).close();
        assertThatThrownBy(() -> Journal.open(file, IDENTITY, false))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file + ": a search was begun here before; continue it with --resume, or choose another folder"
                                + " with --out");
        assertThatThrownBy(() -> Journal.open(file, Map.of("configuration", "xyz"), true))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": belongs to another search: configuration was abc, now it is xyz; choose another"
                        + " folder with --out");
        Files.writeString(file, "{\"something\": \"else\"}\n");
        assertThatThrownBy(() -> Journal.open(file, IDENTITY, true))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ":1: not a journal of this version of gmp search (version 1); choose another folder"
                        + " with --out");
    }

    @Test
    void damagedLinesCostTheirTrialsOnly() throws IOException {
        SearchConfig config = config(Algorithm.NSGA2, 8, 3, 1);
        SearchResult whole = run("damaged", config, 1, SearchRunnerTest::outcome);
        Path file = folder.resolve("damaged");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
        lines.set(3, lines.get(3).substring(0, 20));
        lines.set(5, lines.get(5).replace("\"error\":", "\"error\":null,\"was\":"));
        Files.write(file, lines);
        AtomicInteger repeated = new AtomicInteger();
        SearchResult resumed = run("damaged", config, 1, (candidate, cancelled) -> {
            repeated.incrementAndGet();
            return outcome(candidate, cancelled);
        });
        assertThat(repeated).hasValue(2);
        assertThat(resumed.trials()).isEqualTo(whole.trials());
    }

    private SearchResult run(String name, SearchConfig config, int threads, CandidateTrial trial) throws IOException {
        try (Journal journal = Journal.open(folder.resolve(name), IDENTITY, true)) {
            return runner(config, trial).run(journal, threads, () -> false, Progress.silent());
        }
    }

    private SearchResult run(String name, SearchConfig config, CandidateTrial trial, Progress progress)
            throws IOException {
        try (Journal journal = Journal.open(folder.resolve(name), IDENTITY, true)) {
            return runner(config, trial).run(journal, 2, () -> false, progress);
        }
    }

    /** Remembers how long the bar was and how far it came. */
    private static final class CountingProgress implements Progress {
        private long total;
        private long done;

        @Override
        public synchronized void start(String task, long steps, ProgressUnit unit) {
            total = steps;
        }

        @Override
        public synchronized void advance(long steps) {
            done += steps;
        }

        @Override
        public void note(String extra) {}

        @Override
        public void finish() {}
    }

    private static SearchRunner runner(SearchConfig config, CandidateTrial trial) {
        SearchSpace space = SearchSpace.of(config.space());
        return new SearchRunner(
                config,
                space,
                genes -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    int index = 0;
                    for (Map.Entry<String, Dimension> entry : space.dimensions().entrySet()) {
                        values.put(entry.getKey(), entry.getValue().decode(genes.get(index++)));
                    }
                    return new Candidate(values, spec("descriptor"), spec("regressor"), ComponentSpecs.hashOf(values));
                },
                trial);
    }

    /** A cost that grows with sigmas and nodes, an error that falls with both and is least for sigmas near 0.5. */
    private static TrialOutcome outcome(Candidate candidate, BooleanSupplier cancelled) {
        List<?> sigmas = (List<?>) candidate.values().get("descriptor.radial.sigmas");
        long nodes = (Long) candidate.values().get("regressor.nodes");
        double misplaced = sigmas.stream()
                .mapToDouble(s -> Math.abs(Math.log((Double) s / 0.5)))
                .average()
                .orElseThrow();
        double error = (0.5 / sigmas.size() + 1.0 / nodes) * (0.2 + misplaced);
        double cost = 100.0 * sigmas.size() + 3.0 * nodes * nodes;
        return new TrialOutcome(sigmas.size(), nodes, error, Optional.of(error * 1.1), cost, 0, 0);
    }

    private static List<TrialOutcome> outcomes(SearchResult result) {
        return result.finished().stream().map(t -> t.outcome().orElseThrow()).toList();
    }

    private static void cutLastLine(Path file) throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text + "{\"trial\": 99, \"candi");
    }

    private static ComponentSpec spec(String path) {
        return new ComponentSpec("fake", Map.of(), path);
    }

    private static SearchConfig config(Algorithm algorithm, int population, int generations, long seed) {
        Map<String, DimensionConfig> space = new LinkedHashMap<>();
        space.put("descriptor.radial.sigmas", SearchSpaceTest.sigmas(1, 6, 0.1, 4));
        space.put("regressor.nodes", SearchSpaceTest.integers(2, 80, Scale.LOG));
        return config(space, algorithm, population, generations, seed);
    }

    private static SearchConfig config(
            Map<String, DimensionConfig> space, Algorithm algorithm, int population, int generations, long seed) {
        DataConfig data = new DataConfig(
                List.of("none"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new SplitConfig(Optional.empty(), 0.1, 0.1, 0, Optional.empty()),
                Map.of());
        return new SearchConfig(
                "test",
                data,
                spec("descriptor"),
                spec("regressor"),
                space,
                List.of(),
                Objective.ENERGY_MAE,
                algorithm,
                population,
                generations,
                seed);
    }
}
