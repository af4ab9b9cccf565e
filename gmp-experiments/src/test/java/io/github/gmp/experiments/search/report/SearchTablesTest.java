package io.github.gmp.experiments.search.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.ReferenceTrial;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.ToyTrials;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.experiments.search.worker.TrialScores;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class SearchTablesTest {
    /** Chosen by validation errors; whether it holds on structures that chose nothing is what a reader wants to know. */
    @Test
    void whatBeatsAReferenceIsShownWithItsTestErrorToo() {
        assertThat(beatenBy(Optional.of(errors(0.06, 0.3)), Optional.of(errors(0.1, 0.4))))
                .isEqualTo("trial 1: 50 % energy MAE (test 60 %), 50 % force MAE (test 75 %), 75 % cost");
        assertThat(beatenBy(Optional.empty(), Optional.of(errors(0.1, 0.4))))
                .isEqualTo("trial 1: 50 % energy MAE, 50 % force MAE, 75 % cost");
    }

    private static String beatenBy(Optional<TrialErrors> test, Optional<TrialErrors> referenceTest) {
        SearchTrial better = trial(1, errors(0.05, 0.2), test, 75);
        SearchTrial reference = trial(2, errors(0.1, 0.4), referenceTest, 100);
        SearchTrials result = new SearchTrials(
                new Objectives(List.of(Objective.ENERGY_MAE, Objective.FORCE_MAE, Objective.COST)),
                1,
                List.of(better),
                List.of(better),
                List.of(new ReferenceTrial("by hand", List.of(reference))));
        List<Table.Cell> row =
                new SearchTables(result, List.of()).references().rows().get(0);
        return row.get(row.size() - 1).text();
    }

    private static SearchTrial trial(
            int number, TrialErrors validation, Optional<TrialErrors> test, double operationsPerAtom) {
        Candidate candidate =
                Candidate.of(Map.of("number", number), ToyTrials.spec("descriptor"), ToyTrials.spec("regressor"));
        TrialScores outcome = new TrialScores(1, 1, validation, test, operationsPerAtom, 0, 0);
        return new SearchTrial(number, Attempt.full(candidate, 1), TrialReply.finished(outcome));
    }

    private static TrialErrors errors(double energy, double force) {
        return new TrialErrors(energy, energy / 10, Optional.of(force));
    }
}
