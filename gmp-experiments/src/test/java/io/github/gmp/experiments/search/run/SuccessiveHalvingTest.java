package io.github.gmp.experiments.search.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.search.Algorithm;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.RungConfig;
import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.ToyTrials;
import io.github.gmp.experiments.search.genetic.ParetoRanking;
import io.github.gmp.experiments.search.halving.Costs;
import io.github.gmp.experiments.search.halving.RungCorrelation;
import io.github.gmp.experiments.search.journal.Journal;
import io.github.gmp.experiments.search.space.DimensionConfig;
import io.github.gmp.experiments.search.space.Scale;
import io.github.gmp.experiments.search.space.Spaces;
import io.github.gmp.experiments.search.worker.TrialScores;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches over several rungs. */
class SuccessiveHalvingTest {
    private static final List<RungConfig> TWO =
            List.of(new RungConfig(Map.of("epochs", 1), 0.5), new RungConfig(Map.of("epochs", 10), 0.25));

    @TempDir
    Path folder;

    @Test
    void onlyTheBestGoOn() throws IOException {
        SearchTrials result = run("climb", config(Algorithm.RANDOM, TWO, 16, 1), SuccessiveHalvingTest::outcome);
        assertThat(numbers(result, 1)).isEqualTo(16);
        assertThat(numbers(result, 2)).isEqualTo(8);
        assertThat(numbers(result, 3)).isEqualTo(2);
        assertThat(result.finished()).hasSize(2);
        assertThat(result.front()).isSubsetOf(result.finished());
        // Nobody who stayed behind dominates anybody who went on.
        for (int rung = 1; rung <= 2; rung++) {
            Set<String> above = result.onRung(rung + 1).stream()
                    .map(trial -> trial.candidate().hash())
                    .collect(Collectors.toSet());
            for (SearchTrial stayed : result.onRung(rung)) {
                for (SearchTrial went : result.onRung(rung)) {
                    if (!above.contains(stayed.candidate().hash())
                            && above.contains(went.candidate().hash())) {
                        assertThat(result.objectives().dominates(stayed.result(), went.result()))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void theGeneticSearchSpendsAsManyFullTrialsAsTheRungsLetThrough() throws IOException {
        SearchConfig config = config(Algorithm.NSGA2, TWO, 16, 5);
        SearchTrials result = run("genetic", config, SuccessiveHalvingTest::outcome);
        // 16, 8, 2 in the first generation, then 8, 4, 1.
        assertThat(numbers(result, 1)).isEqualTo(16 + 4 * 8);
        assertThat(numbers(result, 2)).isEqualTo(8 + 4 * 4);
        assertThat(numbers(result, 3)).isEqualTo(2 + 4);
        assertThat(new SearchBudget(config).trials()).isEqualTo(result.trials().size());
    }

    @Test
    void threadsChangeNothing() throws IOException {
        SearchConfig config = config(Algorithm.NSGA2, TWO, 12, 4);
        assertThat(run("two", config, 2, SuccessiveHalvingTest::outcome))
                .isEqualTo(run("one", config, 1, SuccessiveHalvingTest::outcome));
    }

    @Test
    void candidatesThatARungMakesEqualShareTheirTrial() throws IOException {
        List<RungConfig> surrogate = List.of(new RungConfig(Map.of("regressor.nodes", 5), 0.5));
        Map<String, DimensionConfig> space = Map.of(
                "regressor.nodes", Spaces.integers(5, 40, Scale.LINEAR), "descriptor.x", Spaces.choice(1.0, 2.0));
        List<Map<String, Object>> cheap = Collections.synchronizedList(new ArrayList<>());
        SearchTrials result = run("shared", config(space, Algorithm.RANDOM, surrogate, 12, 1), 1, values -> {
            cheap.add(values);
            return toy(1.0 / (Long) values.get("regressor.nodes"), (Double) values.get("descriptor.x"));
        });
        assertThat(result.asked().stream().filter(trial -> trial.rung() == 1)).hasSize(12);
        assertThat(numbers(result, 1)).isEqualTo(2);
        assertThat(numbers(result, 2)).isGreaterThan(2);
        assertThat(cheap).hasSameSizeAs(result.trials());
    }

    @Test
    void aSurrogateIsJudgedByTheCostOfWhatItStandsFor() throws IOException {
        List<RungConfig> surrogate = List.of(new RungConfig(Map.of("regressor.nodes", 5), 0.25));
        Map<String, DimensionConfig> space = Map.of("regressor.nodes", Spaces.integers(5, 40, Scale.LINEAR));
        SearchConfig config = config(space, Algorithm.RANDOM, surrogate, 12, 1);
        Costs costs = ToyTrials.costs(values -> OptionalDouble.of(square((Long) values.get("regressor.nodes"))));
        SearchTrials result;
        try (Journal journal = Journal.open(folder.resolve("judged"), Map.of(), false)) {
            result = ToyTrials.runner(config, costs)
                    .run(
                            journal,
                            ToyTrials.executor(
                                    values -> toy(0.1, square(((Number) values.get("regressor.nodes")).longValue())),
                                    1,
                                    () -> false),
                            () -> false,
                            Progress.silent());
        }
        List<SearchTrial> first = result.onRung(1);
        assertThat(first).hasSize(12).allSatisfy(trial -> assertThat(
                        trial.result().operationsPerAtom())
                .isEqualTo(square((Long) trial.candidate().values().get("regressor.nodes"))));
        assertThat(numbers(result, 1)).as("they share one trial").isOne();
        // Of equal errors the smallest cost is the best: all else is beaten by it.
        List<Long> smallest = first.stream()
                .map(trial -> (Long) trial.candidate().values().get("regressor.nodes"))
                .sorted()
                .limit(3)
                .toList();
        assertThat(result.onRung(2).stream()
                        .map(trial -> (Long) trial.candidate().values().get("regressor.nodes")))
                .containsExactlyInAnyOrderElementsOf(smallest);
        // On the last rung the trial's own count stays.
        assertThat(result.onRung(2))
                .allSatisfy(trial -> assertThat(trial.result().operationsPerAtom())
                        .isEqualTo(square((Long) trial.candidate().values().get("regressor.nodes"))));
    }

    private static double square(long nodes) {
        return (double) nodes * nodes;
    }

    @Test
    void failuresStayBehind() throws IOException {
        SearchTrials result = run("failing", config(Algorithm.RANDOM, TWO, 16, 1), 1, values -> {
            long nodes = (Long) values.get("regressor.nodes");
            if (nodes % 2 == 0) {
                throw new DataException("even");
            }
            return outcome(values);
        });
        assertThat(result.failed()).isNotEmpty().allMatch(trial -> trial.rung() == 1);
        assertThat(result.onRung(2))
                .isNotEmpty()
                .allMatch(trial -> (Long) trial.candidate().values().get("regressor.nodes") % 2 == 1);
    }

    @Test
    void correlationIsThatOfRanks() throws IOException {
        List<RungConfig> all = List.of(new RungConfig(Map.of("epochs", 1), 1.0));
        // The cheap trial has the order of the full one whatever its values: rank correlation 1.
        SearchTrials same = run("same", config(Algorithm.RANDOM, all, 8, 1), 1, values -> {
            double error = ToyTrials.outcome(values).validation().energyMae();
            return toy(values.containsKey("epochs") ? Math.exp(error) : error, 1);
        });
        assertThat(RungCorrelation.of(same))
                .singleElement()
                .isEqualTo(new RungCorrelation(1, 2, Objective.ENERGY_MAE, 8, Optional.of(1.0)));
        SearchTrials reversed = run("reversed", config(Algorithm.RANDOM, all, 8, 1), 1, values -> {
            double error = ToyTrials.outcome(values).validation().energyMae();
            return toy(values.containsKey("epochs") ? 1 / error : error, 1);
        });
        assertThat(RungCorrelation.of(reversed).get(0).rho().orElseThrow()).isEqualTo(-1.0);
        SearchTrials constant = run("constant", config(Algorithm.RANDOM, all, 8, 1), 1, values -> {
            return toy(
                    values.containsKey("epochs")
                            ? 1
                            : outcome(values).validation().energyMae(),
                    1);
        });
        assertThat(RungCorrelation.of(constant).get(0).rho()).isEmpty();
    }

    @Test
    void ranksComeBeforeCrowdingAndOfEqualsTheFirst() {
        List<double[]> points = List.of(
                new double[] {2, 2}, // beaten by (1, 1)
                new double[] {1, 1}, // between its neighbors, closer than the ends
                new double[] {0, 3},
                new double[] {3, 0},
                new double[] {4, 4});
        assertThat(ParetoRanking.order(points)).containsExactly(2, 3, 1, 0, 4);
        assertThat(ParetoRanking.order(List.of())).isEmpty();
        assertThat(ParetoRanking.order(List.of(new double[] {1, 1, 1}, new double[] {1, 1, 1})))
                .containsExactly(0, 1);
    }

    private static long numbers(SearchTrials result, int rung) {
        return result.trials().stream().filter(trial -> trial.rung() == rung).count();
    }

    /** Fewer epochs: larger errors, and another order. */
    private static TrialScores outcome(Map<String, Object> values) {
        TrialScores full = ToyTrials.outcome(values);
        Object epochs = values.getOrDefault("epochs", 100L);
        double error = full.validation().energyMae() + 0.01 * full.parameters() / (Long) epochs;
        return ToyTrials.outcome(full.features(), full.parameters(), error, full.operationsPerAtom());
    }

    private static TrialScores toy(double error, double cost) {
        return ToyTrials.outcome(1, 1, error, cost);
    }

    private SearchTrials run(String name, SearchConfig config, ToyTrials.Trial trial) throws IOException {
        return run(name, config, 2, trial);
    }

    private SearchTrials run(String name, SearchConfig config, int threads, ToyTrials.Trial trial) throws IOException {
        try (Journal journal = Journal.open(folder.resolve(name), Map.of(), false)) {
            return ToyTrials.runner(config)
                    .run(journal, ToyTrials.executor(trial, threads, () -> false), () -> false, Progress.silent());
        }
    }

    private static SearchConfig config(Algorithm algorithm, List<RungConfig> rungs, int population, int generations) {
        Map<String, DimensionConfig> space = Map.of(
                "descriptor.radial.sigmas",
                Spaces.sigmas(1, 6, 0.1, 4),
                "regressor.nodes",
                Spaces.integers(2, 80, Scale.LOG));
        return config(space, algorithm, rungs, population, generations);
    }

    private static SearchConfig config(
            Map<String, DimensionConfig> space,
            Algorithm algorithm,
            List<RungConfig> rungs,
            int population,
            int generations) {
        return ToyTrials.config(space, algorithm, rungs, population, generations);
    }
}
