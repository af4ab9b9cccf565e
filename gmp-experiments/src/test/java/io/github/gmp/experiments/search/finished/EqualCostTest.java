package io.github.gmp.experiments.search.finished;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class EqualCostTest {
    private static final Objectives OBJECTIVES = new Objectives(List.of(Objective.ENERGY_MAE, Objective.COST));

    private static final FinishedSearch.Trial CHEAP = trial("trial-1", 1500, 0.2, 0.21);
    private static final FinishedSearch.Trial WORSE = trial("trial-2", 4000, 0.3, 0.1);
    private static final FinishedSearch.Trial DEAR = trial("trial-3", 18000, 0.1, 0.12);
    private static final FinishedSearch.Trial FAILED = new FinishedSearch.Trial("trial-4", 4, 1, Map.of(), Map.of());

    @Test
    void theBestOfWhatCostsNoMoreIsChosenByItsValidationError() {
        EqualCost.Line line =
                new EqualCost.Line("a", false, List.of(List.of(DEAR, WORSE, FAILED, CHEAP), List.of(CHEAP)));
        assertThat(line.best(Objective.ENERGY_MAE, 17999)).containsExactly(CHEAP, CHEAP);
        assertThat(line.best(Objective.ENERGY_MAE, 18000)).containsExactly(DEAR, CHEAP);
        assertThat(line.best(Objective.ENERGY_MAE, 1000)).isEmpty();
        assertThat(line.staircase(Objective.ENERGY_MAE)).containsExactly(CHEAP, DEAR);
    }

    @Test
    void costsAreRoundAndReachTheDearestTrial() {
        EqualCost found = new EqualCost(
                List.of(new EqualCost.Line("a", false, List.of(List.of(CHEAP, WORSE, DEAR)))), OBJECTIVES);
        assertThat(found.costs()).containsExactly(2e3, 5e3, 1e4, 2e4);
        assertThat(found.table(Objective.ENERGY_MAE).text())
                .containsExactly(
                        "                               at most … kflop/atom",
                        "energy MAE (meV)        2.00        5.00        10.0        20.0",
                        "────────────────  ──────────  ──────────  ──────────  ──────────",
                        "a                 200 (210)*  200 (210)*  200 (210)*  100 (120)*");
    }

    @Test
    void searchesWithTheSameReferencesShareTheirLine() {
        FinishedSearch one = search("one", 1, List.of(trial("by hand", 2000, 0.4, 0.4)));
        FinishedSearch two = search("two", 7, List.of(trial("by hand", 2000, 0.4, 0.4)));
        FinishedSearch other = search("other", 1, List.of(trial("another", 3000, 0.5, 0.5)));
        assertThat(titles(Map.of("one", List.of(one, two)))).containsExactly("one", "hand-picked");
        assertThat(titles(new TreeMap<>(Map.of("one", List.of(one), "other", List.of(other), "two", List.of(two)))))
                .containsExactly("one", "other", "two", "hand-picked, one and two", "hand-picked, other");
    }

    private static List<String> titles(Map<String, List<FinishedSearch>> groups) {
        return EqualCost.of(groups).orElseThrow().lines().stream()
                .map(EqualCost.Line::title)
                .toList();
    }

    @Test
    void withoutCostThereIsNothingToCompare() {
        FinishedSearch search = new FinishedSearch(
                Path.of("errors"),
                Map.of(),
                "",
                new Objectives(List.of(Objective.ENERGY_MAE, Objective.FORCE_MAE)),
                List.of(),
                List.of(),
                List.of());
        assertThat(EqualCost.of(Map.of("errors", List.of(search)))).isEqualTo(Optional.empty());
    }

    private static FinishedSearch search(String name, int number, List<FinishedSearch.Trial> references) {
        List<FinishedSearch.Trial> numbered = references.stream()
                .map(trial -> new FinishedSearch.Trial(trial.name(), number, 1, trial.values(), trial.test()))
                .toList();
        return new FinishedSearch(Path.of(name), Map.of(), "", OBJECTIVES, List.of(CHEAP, DEAR), List.of(), numbered);
    }

    private static FinishedSearch.Trial trial(String name, double cost, double validation, double test) {
        return new FinishedSearch.Trial(
                name,
                1,
                1,
                Map.of(Objective.ENERGY_MAE, validation, Objective.COST, cost),
                Map.of(Objective.ENERGY_MAE, test));
    }
}
