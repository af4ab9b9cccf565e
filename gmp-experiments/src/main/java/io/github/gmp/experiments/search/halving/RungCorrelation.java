package io.github.gmp.experiments.search.halving;

import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How well one rung predicts the order of candidates on another: Spearman's rank correlation of an error over what was tried on both.
 *
 * @param lower number of the cheaper rung
 * @param upper number of the dearer one
 * @param error the error
 * @param pairs candidates and references tried on both
 * @param rho the correlation; empty with fewer than four pairs, or where all errors of a rung are equal
 */
public record RungCorrelation(int lower, int upper, Objective error, int pairs, Optional<Double> rho) {
    private static final int FEWEST = 4;

    /**
     * {@return the correlations of each rung with the next, and with the full trial}
     *
     * @param result what a search came to
     */
    public static List<RungCorrelation> of(SearchTrials result) {
        List<RungCorrelation> correlations = new ArrayList<>();
        for (int lower = 1; lower < result.fullRung(); lower++) {
            for (Objective error : result.objectives().errors()) {
                if (lower + 1 < result.fullRung()) {
                    correlations.add(between(result, lower, lower + 1, error));
                }
                correlations.add(between(result, lower, result.fullRung(), error));
            }
        }
        return correlations;
    }

    private static RungCorrelation between(SearchTrials result, int lower, int upper, Objective error) {
        List<double[]> pairs = new ArrayList<>();
        Map<String, Double> below = errors(result, lower, error);
        Map<String, Double> above = errors(result, upper, error);
        below.forEach((candidate, value) ->
                Optional.ofNullable(above.get(candidate)).ifPresent(other -> pairs.add(new double[] {value, other})));
        return new RungCorrelation(lower, upper, error, pairs.size(), rho(pairs));
    }

    private static Optional<Double> rho(List<double[]> pairs) {
        if (pairs.size() < FEWEST) {
            return Optional.empty();
        }
        double[] x = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] y = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
        // Not a number where one of them does not vary.
        return Optional.of(new SpearmansCorrelation().correlation(x, y)).filter(Double::isFinite);
    }

    private static Map<String, Double> errors(SearchTrials result, int rung, Objective error) {
        Map<String, Double> errors = new TreeMap<>();
        for (SearchTrial trial : result.onRung(rung)) {
            trial.outcome().ifPresent(outcome -> errors.put(trial.candidate().hash(), error.of(outcome)));
        }
        return errors;
    }
}
