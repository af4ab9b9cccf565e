package io.github.gmp.experiments.compare;

import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.model.Metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A combination over its seeds.
 *
 * @param combination the combination
 * @param outcomes its finished trials
 */
record PairSummary(Combination combination, List<ComparedTrial> outcomes) {
    PairSummary {
        outcomes = List.copyOf(outcomes);
    }

    static PairSummary of(Combination combination, List<ComparedTrial> all) {
        return new PairSummary(
                combination,
                all.stream()
                        .filter(outcome -> outcome.descriptor()
                                        .equals(combination.descriptor().name())
                                && outcome.regressor()
                                        .equals(combination.regressor().name()))
                        .toList());
    }

    int features() {
        return outcomes.get(0).features();
    }

    long parameters() {
        return outcomes.get(0).parameters();
    }

    double operationsPerAtom() {
        return outcomes.get(0).operationsPerAtom();
    }

    /** Mean absolute error of the energy on the set that trials are judged by, eV. */
    Statistic judgedMae() {
        return statistic(outcome -> outcome.judged().energyMae());
    }

    Statistic statistic(ToDoubleFunction<ComparedTrial> value) {
        return Statistic.of(outcomes.stream().mapToDouble(value).toArray());
    }

    /** Mean absolute error of the forces, eV/Å, if all trials have it. */
    Optional<Statistic> forceMae(Function<ComparedTrial, Metrics> set) {
        if (outcomes.stream().anyMatch(outcome -> set.apply(outcome).forces().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                statistic(outcome -> set.apply(outcome).forces().orElseThrow().mae()));
    }

    /** The shortest time over the seeds: what disturbs a measurement only ever adds to it. */
    double time(ToDoubleFunction<TrialTimes> time) {
        return outcomes.stream()
                .map(ComparedTrial::times)
                .mapToDouble(time)
                .min()
                .orElseThrow();
    }
}
