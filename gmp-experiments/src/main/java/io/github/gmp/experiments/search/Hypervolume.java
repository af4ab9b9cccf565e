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
     * @param worstLogCost log₁₀ of the cost of the reference point
     * @param worstLogError log₁₀ of the error of the reference point
     * @return the area; 0 if no outcome beats the reference point
     */
    static double of(List<TrialOutcome> outcomes, double worstLogCost, double worstLogError) {
        List<TrialOutcome> inside = outcomes.stream()
                .filter(o -> o.logCost() < worstLogCost && o.logError() < worstLogError)
                .toList();
        double area = 0;
        double top = worstLogError;
        for (TrialOutcome outcome : ParetoFront.of(inside, TrialOutcome::logCost, TrialOutcome::logError)) {
            area += (worstLogCost - outcome.logCost()) * (top - outcome.logError());
            top = outcome.logError();
        }
        return area;
    }
}
