package io.github.gmp.experiments.search;

import io.github.gmp.experiments.report.ParetoFront;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a search came to.
 *
 * @param trials all trials by number
 */
record SearchResult(List<SearchTrial> trials) {
    SearchResult {
        trials = List.copyOf(trials);
    }

    /** @return the trials that finished */
    List<SearchTrial> finished() {
        return trials.stream().filter(trial -> trial.outcome().isPresent()).toList();
    }

    /** @return the trials that no other beats in both error and cost, ascending in cost */
    List<SearchTrial> front() {
        return ParetoFront.of(
                finished(),
                trial -> trial.outcome().orElseThrow().operationsPerAtom(),
                trial -> trial.outcome().orElseThrow().error());
    }

    /** @return the lowest error of all, eV */
    Optional<Double> bestError() {
        return finished().stream()
                .map(trial -> trial.outcome().orElseThrow().error())
                .min(Double::compare);
    }

    /**
     * The hypervolume after each trial, measured up to the worst cost and the worst error of the whole search.
     *
     * @return one value per trial
     */
    List<Double> hypervolumes() {
        List<TrialOutcome> all =
                finished().stream().map(t -> t.outcome().orElseThrow()).toList();
        double worstCost =
                all.stream().mapToDouble(TrialOutcome::operationsPerAtom).max().orElse(1);
        double worstError = all.stream().mapToDouble(TrialOutcome::error).max().orElse(1);
        List<Double> result = new ArrayList<>();
        List<TrialOutcome> soFar = new ArrayList<>();
        for (SearchTrial trial : trials) {
            trial.outcome().ifPresent(soFar::add);
            result.add(Hypervolume.of(soFar, worstCost, worstError));
        }
        return result;
    }
}
