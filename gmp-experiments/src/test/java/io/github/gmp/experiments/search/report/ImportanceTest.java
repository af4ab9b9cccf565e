package io.github.gmp.experiments.search.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.ToyTrials;
import io.github.gmp.experiments.search.worker.TrialReply;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ImportanceTest {
    private static final List<String> PATHS = List.of("choice", "fixed", "nodes", "sigmas");
    private final List<SearchTrial> trials = new ArrayList<>();

    @Test
    void sharesAreThoseOfSpearmanAndOfKruskalAndWallis() {
        // Ranks of the error 1 … 6; of the nodes 6, 5, 4, 3, 1, 2.
        add("a", 90, List.of(0.1, 2.0), 0.1, 100);
        add("a", 80, List.of(0.2, 2.0), 0.2, 200);
        add("b", 70, List.of(0.3), 0.3, 300);
        add("a", 60, List.of(0.4), 0.4, 400);
        add("b", 10, List.of(0.5), 0.5, 500);
        add("b", 20, List.of(0.6), 0.6, 600);
        Importance nodes = find("nodes", Importance.Aspect.VALUE);
        // 1 − 6 Σd²/(n (n² − 1)), with d of 1 … 6 and the ranks in reverse order, which are 1, 2, 3, 4, 6, 5.
        double rho = -(1 - 6.0 * 2 / (6 * 35));
        Importance.Effect effect = nodes.effects().get(Objective.ENERGY_MAE);
        assertThat(effect.rho().orElseThrow()).isCloseTo(rho, within(1e-12));
        assertThat(effect.share()).isCloseTo(rho * rho, within(1e-12));
        assertThat(nodes.byChance()).isEqualTo(1.0 / 5);
        assertThat(nodes.trials()).isEqualTo(6);
        assertThat(nodes.words(Objective.ENERGY_MAE)).isEqualTo("ρ −0.94");

        // H = 12/(n (n + 1)) Σ R²/n_g − 3 (n + 1), with sums of ranks 1 + 2 + 4 and 3 + 5 + 6.
        double h = 12.0 / (6 * 7) * (7 * 7 / 3.0 + 14 * 14 / 3.0) - 3 * 7;
        Importance choice = find("choice", Importance.Aspect.CHOICE);
        assertThat(choice.effects().get(Objective.ENERGY_MAE).share()).isCloseTo(h / 5, within(1e-12));
        assertThat(choice.words(Objective.ENERGY_MAE)).isEqualTo("lowest: a");
        assertThat(choice.byChance()).isEqualTo(1.0 / 5);
    }

    @Test
    void setsAreLookedAtByTheirSizeAndEnds() {
        for (int i = 1; i <= 6; i++) {
            add("a", 10, i % 2 == 0 ? List.of(0.1 * i, 5.0) : List.of(0.1 * i), 0.1 * i, 100 * i);
        }
        assertThat(find("sigmas", Importance.Aspect.SMALLEST)
                        .effects()
                        .get(Objective.COST)
                        .share())
                .isCloseTo(1, within(1e-12));
        assertThat(find("sigmas", Importance.Aspect.SIZE).words(Objective.COST)).startsWith("ρ +0.");
        assertThat(find("sigmas", Importance.Aspect.LARGEST).trials()).isEqualTo(6);
        assertThat(all()).first().satisfies(first -> assertThat(first.aspect()).isEqualTo(Importance.Aspect.SMALLEST));
        // What does not vary explains nothing.
        assertThat(all()).noneMatch(importance -> importance.path().matches("nodes|choice|fixed"));
    }

    @Test
    void ofAFewTrialsNothingIsSaid() {
        for (int i = 1; i <= 4; i++) {
            add("a", i, List.of(0.1 * i), 0.1 * i, 100 * i);
        }
        assertThat(all()).isEmpty();
    }

    private Importance find(String path, Importance.Aspect aspect) {
        return all().stream()
                .filter(importance -> importance.path().equals(path) && importance.aspect() == aspect)
                .findFirst()
                .orElseThrow();
    }

    private List<Importance> all() {
        Objectives objectives = new Objectives(List.of(Objective.ENERGY_MAE, Objective.COST));
        return Importance.of(new SearchTrials(objectives, 1, trials, trials, List.of()), PATHS);
    }

    private void add(String choice, long nodes, List<Double> sigmas, double error, double cost) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("choice", choice);
        values.put("fixed", "always");
        values.put("nodes", nodes);
        values.put("sigmas", sigmas);
        Candidate candidate = Candidate.of(values, ToyTrials.spec("descriptor"), ToyTrials.spec("regressor"));
        trials.add(new SearchTrial(
                trials.size() + 1,
                Attempt.full(candidate, 1),
                TrialReply.finished(ToyTrials.outcome(1, nodes, error, cost))));
    }
}
