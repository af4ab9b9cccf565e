package io.github.gmp.experiments.search.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.experiments.search.Algorithm;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.Hypervolume;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.SearchCancelledException;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.ToyTrials;
import io.github.gmp.experiments.search.journal.Journal;
import io.github.gmp.experiments.search.space.DimensionConfig;
import io.github.gmp.experiments.search.space.Scale;
import io.github.gmp.experiments.search.space.Spaces;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;
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
        SearchTrials one = run("one", config(Algorithm.NSGA2, 12, 8, 5), 1, ToyTrials::outcome);
        SearchTrials four = run("four", config(Algorithm.NSGA2, 12, 8, 5), 4, ToyTrials::outcome);
        SearchTrials other = run("other", config(Algorithm.NSGA2, 12, 8, 6), 4, ToyTrials::outcome);
        assertThat(four.trials()).isEqualTo(one.trials());
        assertThat(four.front()).isEqualTo(one.front());
        assertThat(other.trials()).isNotEqualTo(one.trials());
    }

    @Test
    void aKilledSearchGoesOnToTheSameEnd() throws IOException {
        SearchConfig config = config(Algorithm.NSGA2, 12, 8, 5);
        SearchTrials whole = run("whole", config, 2, ToyTrials::outcome);
        for (int killAfter : new int[] {1, 13, 40}) {
            String name = "killed-" + killAfter;
            AtomicInteger trials = new AtomicInteger();
            ToyTrials.Trial dying = values -> {
                if (trials.incrementAndGet() > killAfter) {
                    throw new StackOverflowError("killed");
                }
                return ToyTrials.outcome(values);
            };
            assertThatThrownBy(() -> run(name, config, 2, dying)).isInstanceOf(StackOverflowError.class);
            cutLastLine(folder.resolve(name));
            AtomicInteger repeated = new AtomicInteger();
            SearchTrials resumed = run(name, config, 2, values -> {
                repeated.incrementAndGet();
                return ToyTrials.outcome(values);
            });
            assertThat(resumed.trials()).isEqualTo(whole.trials());
            assertThat(repeated.get())
                    .isLessThan(whole.trials().size())
                    .isGreaterThanOrEqualTo(whole.trials().size() - killAfter);
        }
    }

    @Test
    void failuresAreReportedAndTheSearchGoesOn() throws IOException {
        SearchTrials result = run("failing", config(Algorithm.NSGA2, 12, 6, 5), 2, values -> {
            long nodes = (Long) values.get("regressor.nodes");
            if (nodes % 3 == 0) {
                throw new DataException("the training diverged in epoch 3");
            }
            if (nodes % 3 == 1) {
                throw new OutOfMemoryError();
            }
            return ToyTrials.outcome(values);
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
            SearchTrials found = run("ga-" + seed, config(Algorithm.NSGA2, 16, 19, seed), 1, ToyTrials::outcome);
            SearchTrials drawn = run("rs-" + seed, config(Algorithm.RANDOM, 16, 19, seed), 1, ToyTrials::outcome);
            assertThat(drawn.trials()).hasSameSizeAs(found.trials());
            genetic += Hypervolume.of(logs(found), new double[] {0, 5});
            random += Hypervolume.of(logs(drawn), new double[] {0, 5});
        }
        assertThat(genetic).isGreaterThan(random);
    }

    @Test
    void threeObjectivesGiveAFrontThatNoTrialBeats() throws IOException {
        List<Objective> three = List.of(Objective.ENERGY_MAE, Objective.FORCE_MAE, Objective.COST);
        Map<String, DimensionConfig> space = Map.of(
                "descriptor.radial.sigmas",
                Spaces.sigmas(1, 6, 0.1, 4),
                "regressor.nodes",
                Spaces.integers(2, 80, Scale.LOG));
        SearchConfig config = ToyTrials.config(space, Algorithm.NSGA2, three, List.of(), 16, 10, 1);
        // Forces like other networks than energies: a front of two of the three misses something.
        SearchTrials result = run("three", config, 2, values -> {
            double nodes = (Long) values.get("regressor.nodes");
            return ToyTrials.outcome(values, Math.abs(Math.log(nodes / 10)) + 0.01);
        });
        Objectives objectives = result.objectives();
        assertThat(result.front()).allMatch(kept -> result.finished().stream()
                .noneMatch(other -> objectives.dominates(other.result(), kept.result())));
        Objectives two = new Objectives(List.of(Objective.ENERGY_MAE, Objective.COST));
        assertThat(result.front()).anyMatch(kept -> result.finished().stream()
                .anyMatch(other -> two.dominates(other.result(), kept.result())));
        assertThat(result.hypervolumes()).isSorted().last().satisfies(last -> assertThat(last)
                .isPositive());
    }

    @Test
    void trialsRunSideBySide() throws IOException {
        CyclicBarrier both = new CyclicBarrier(2);
        SearchTrials result = run("parallel", config(Algorithm.RANDOM, 4, 1, 1), 2, values -> {
            try {
                // With one trial at a time, nobody would ever come to meet this one.
                both.await(60, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new DataException("alone");
            }
            return ToyTrials.outcome(values);
        });
        assertThat(result.finished()).hasSize(4);
    }

    @Test
    void theBudgetIsSpentOnNewCandidatesAndTheBarEndsAtItsTotal() throws IOException {
        for (Algorithm algorithm : Algorithm.values()) {
            SearchConfig config = config(algorithm, 7, 5, 3);
            CountingProgress progress = new CountingProgress();
            SearchTrials result = run("bar-" + algorithm, config, ToyTrials::outcome, progress);
            // A grid has as many points as whole numbers of values for each key allow: 5 sets times 4 networks.
            assertThat(result.trials()).hasSize(algorithm == Algorithm.GRID ? 20 : 7 + 4 * 4);
            assertThat(new SearchBudget(config).trials()).isEqualTo(7 + 4 * 4);
            assertThat(progress.total).isEqualTo(7 + 4 * 4);
            assertThat(progress.done).isEqualTo(progress.total);
        }
    }

    @Test
    void aSpaceSmallerThanTheBudgetIsTriedOnce() throws IOException {
        Map<String, DimensionConfig> space = Map.of("regressor.nodes", Spaces.integers(3, 5, Scale.LINEAR));
        SearchConfig config = config(space, Algorithm.NSGA2, 4, 6, 1);
        CountingProgress progress = new CountingProgress();
        SearchTrials result = run(
                "exhausted",
                config,
                values -> {
                    long nodes = (Long) values.get("regressor.nodes");
                    return ToyTrials.outcome(1, nodes, 1.0 / nodes, nodes);
                },
                progress);
        assertThat(result.trials().stream()
                        .map(trial -> trial.candidate().values().get("regressor.nodes")))
                .containsExactlyInAnyOrder(3L, 4L, 5L);
        assertThat(progress.done).isEqualTo(progress.total).isEqualTo(4 + 5 * 2);
    }

    @Test
    void aReferenceIsBeatenByTheMostExactCandidateThatCostsNoMore() {
        SearchTrials result = new SearchTrials(
                new Objectives(List.of(Objective.ENERGY_MAE, Objective.COST)),
                1,
                List.of(judged(1, 10, 0.5), judged(2, 20, 0.3), judged(3, 40, 0.1), judged(4, 20, 0.4)),
                List.of(),
                List.of());
        assertThat(result.beating(ToyTrials.outcome(1, 1, 0.4, 30)).map(SearchTrial::number))
                .contains(2);
        assertThat(result.beating(ToyTrials.outcome(1, 1, 0.3, 20))).isEmpty();
    }

    private static SearchTrial judged(int number, double cost, double error) {
        Candidate candidate =
                Candidate.of(Map.of("number", number), ToyTrials.spec("descriptor"), ToyTrials.spec("regressor"));
        return new SearchTrial(
                number, Attempt.full(candidate, 1), TrialReply.finished(ToyTrials.outcome(1, 1, error, cost)));
    }

    @Test
    void aCancelledTrialIsNotRecorded() throws IOException {
        AtomicInteger started = new AtomicInteger();
        BooleanSupplier cancelled = () -> started.get() >= 3;
        SearchConfig config = config(Algorithm.NSGA2, 8, 3, 1);
        try (Journal journal = Journal.open(folder.resolve("cancelled"), IDENTITY, true)) {
            TaskExecutor.Session executor = ToyTrials.executor(
                    values -> {
                        started.incrementAndGet();
                        return ToyTrials.outcome(values);
                    },
                    1,
                    cancelled);
            assertThatThrownBy(() -> ToyTrials.runner(config).run(journal, executor, cancelled, Progress.silent()))
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
        // After an update.
        Path updated = folder.resolve("updated.jsonl");
        Journal.open(updated, Map.of("version of gmp-probes", "0.9"), false).close();
        byte[] before = Files.readAllBytes(updated);
        assertThatThrownBy(() -> Journal.open(updated, Map.of("version of gmp-probes", "1.0"), true))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        updated + ": belongs to another search: version of gmp-probes was 0.9, now it is 1.0; choose"
                                + " another folder with --out");
        assertThat(Files.readAllBytes(updated)).isEqualTo(before);
        Files.writeString(file, "{\"something\": \"else\"}\n");
        assertThatThrownBy(() -> Journal.open(file, IDENTITY, true))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ":1: not a journal of this version of gmp search (version 2); choose another folder"
                        + " with --out");
    }

    @Test
    void damagedLinesCostTheirTrialsOnly() throws IOException {
        SearchConfig config = config(Algorithm.NSGA2, 8, 3, 1);
        SearchTrials whole = run("damaged", config, 1, ToyTrials::outcome);
        Path file = folder.resolve("damaged");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
        lines.set(3, lines.get(3).substring(0, 20));
        lines.set(5, lines.get(5).replace("\"validation\":", "\"validation\":null,\"was\":"));
        Files.write(file, lines);
        AtomicInteger repeated = new AtomicInteger();
        SearchTrials resumed = run("damaged", config, 1, values -> {
            repeated.incrementAndGet();
            return ToyTrials.outcome(values);
        });
        assertThat(repeated).hasValue(2);
        assertThat(resumed.trials()).isEqualTo(whole.trials());
    }

    private SearchTrials run(String name, SearchConfig config, int threads, ToyTrials.Trial trial) throws IOException {
        try (Journal journal = Journal.open(folder.resolve(name), IDENTITY, true)) {
            return ToyTrials.runner(config)
                    .run(journal, ToyTrials.executor(trial, threads, () -> false), () -> false, Progress.silent());
        }
    }

    private SearchTrials run(String name, SearchConfig config, ToyTrials.Trial trial, Progress progress)
            throws IOException {
        try (Journal journal = Journal.open(folder.resolve(name), IDENTITY, true)) {
            return ToyTrials.runner(config)
                    .run(journal, ToyTrials.executor(trial, 2, () -> false), () -> false, progress);
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

    private static List<double[]> logs(SearchTrials result) {
        return result.finished().stream()
                .map(trial -> result.objectives().logs(trial.result()))
                .toList();
    }

    private static void cutLastLine(Path file) throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text + "{\"trial\": 99, \"candi");
    }

    private static SearchConfig config(Algorithm algorithm, int population, int generations, long seed) {
        Map<String, DimensionConfig> space = new LinkedHashMap<>();
        space.put("descriptor.radial.sigmas", Spaces.sigmas(1, 6, 0.1, 4));
        space.put("regressor.nodes", Spaces.integers(2, 80, Scale.LOG));
        return config(space, algorithm, population, generations, seed);
    }

    private static SearchConfig config(
            Map<String, DimensionConfig> space, Algorithm algorithm, int population, int generations, long seed) {
        return ToyTrials.config(
                space,
                algorithm,
                List.of(Objective.ENERGY_MAE, Objective.COST),
                List.of(),
                population,
                generations,
                seed);
    }
}
