package io.github.gmp.experiments.search.run;

import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.halving.Rung;
import io.github.gmp.experiments.search.halving.TrialCosts;
import io.github.gmp.experiments.search.prepare.PreparedSearch;
import io.github.gmp.experiments.search.worker.TrialDescription;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.plugin.ComponentRegistry;

/** Puts together what a search is made with. */
final class SearchSetup {
    private SearchSetup() {}

    /**
     * {@return what makes candidates, attempts and tasks of it}
     *
     * @param prepared a configuration that passed all checks
     * @param registry makes components
     * @param threads number of threads
     */
    static SearchRunner.Setup of(PreparedSearch prepared, ComponentRegistry registry, int threads) {
        TrialCosts costs =
                new TrialCosts(registry, prepared.data(), prepared.objectives().needForces(), threads);
        return new SearchRunner.Setup(
                prepared.candidates()::propose,
                prepared.rungs().list(),
                prepared.rungs()::attempt,
                attempt -> task(prepared, attempt),
                costs);
    }

    private static String task(PreparedSearch prepared, Attempt attempt) {
        SearchConfig config = prepared.config().config();
        Rung rung = prepared.rungs().list().get(attempt.rung() - 1);
        return new TrialDescription(
                        ComponentSpecs.toMap(attempt.descriptor()),
                        ComponentSpecs.toMap(attempt.regressor()),
                        rung.data(),
                        rung.dataHash(),
                        attempt.seed(config.seed()),
                        prepared.objectives().needForces(),
                        attempt.rung() == prepared.rungs().list().size(),
                        config.timeLimit())
                .toJson();
    }
}
