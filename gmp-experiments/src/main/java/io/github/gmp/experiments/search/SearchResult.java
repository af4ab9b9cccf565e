package io.github.gmp.experiments.search;

import io.github.gmp.experiments.report.ParetoFront;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a search came to.
 *
 * @param trials all trials by number
 * @param references hand-picked pairs, in the order of the configuration
 */
record SearchResult(List<SearchTrial> trials, List<ReferenceTrial> references) {
    SearchResult {
        trials = List.copyOf(trials);
        references = List.copyOf(references);
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

    /**
     * @param reference what to beat
     * @return the candidate with the lowest error among those that are better in error and at most as costly, or as good and cheaper
     */
    Optional<SearchTrial> beating(TrialOutcome reference) {
        return front().stream()
                .filter(trial -> dominates(trial.outcome().orElseThrow(), reference))
                .min(Comparator.comparingDouble(
                        trial -> trial.outcome().orElseThrow().error()));
    }

    private static boolean dominates(TrialOutcome a, TrialOutcome b) {
        boolean nowhereWorse = a.error() <= b.error() && a.operationsPerAtom() <= b.operationsPerAtom();
        return nowhereWorse && (a.error() < b.error() || a.operationsPerAtom() < b.operationsPerAtom());
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
        double worstCost = all.stream().mapToDouble(TrialOutcome::logCost).max().orElse(0);
        double worstError =
                all.stream().mapToDouble(TrialOutcome::logError).max().orElse(0);
        List<Double> result = new ArrayList<>();
        List<TrialOutcome> soFar = new ArrayList<>();
        for (SearchTrial trial : trials) {
            trial.outcome().ifPresent(soFar::add);
            result.add(Hypervolume.of(soFar, worstCost, worstError));
        }
        return result;
    }
}
