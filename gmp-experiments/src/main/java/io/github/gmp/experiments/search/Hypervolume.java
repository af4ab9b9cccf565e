package io.github.gmp.experiments.search;

import io.github.gmp.experiments.report.ParetoFront;

import java.util.List;

/**
 * How good a front is as one number: the area it dominates in the plane of log₁₀ cost and log₁₀ error, up to a reference point (Zitzler
 * and Thiele 1999, doi:10.1109/4235.797969). Larger is better.
 */
final class Hypervolume {
    private Hypervolume() {}

    /**
     * @param outcomes outcomes, any number
     * @param worstCost cost of the reference point
     * @param worstError error of the reference point
     * @return the area; 0 if no outcome beats the reference point
     */
    static double of(List<TrialOutcome> outcomes, double worstCost, double worstError) {
        List<TrialOutcome> inside = outcomes.stream()
                .filter(o -> o.operationsPerAtom() < worstCost && o.error() < worstError)
                .toList();
        List<TrialOutcome> front = ParetoFront.of(inside, TrialOutcome::operationsPerAtom, TrialOutcome::error);
        double area = 0;
        double top = Math.log10(worstError);
        for (TrialOutcome outcome : front) {
            double error = Math.log10(outcome.error());
            area += (Math.log10(worstCost) - Math.log10(outcome.operationsPerAtom())) * (top - error);
            top = error;
        }
        return area;
    }
}
