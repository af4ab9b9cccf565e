package io.github.gmp.experiments.search.genetic;

import io.jenetics.ext.moea.Pareto;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The order of NSGA-II (Deb et al. 2002, doi:10.1109/4235.996017): by non-dominated rank, within a rank the lonelier first. */
public final class ParetoRanking {
    private ParetoRanking() {}

    /**
     * {@return the indices of the points, the best first; of equals the first}
     *
     * @param points values of the objectives, smaller is better
     */
    public static List<Integer> order(List<double[]> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        ISeq<Vec<double[]>> all = points.stream().map(ParetoRanking::minimized).collect(ISeq.toISeq());
        int[] ranks = Pareto.rank(all);
        double[] crowding = new double[points.size()];
        Map<Integer, List<Integer>> fronts = new HashMap<>();
        for (int i = 0; i < ranks.length; i++) {
            fronts.computeIfAbsent(ranks[i], rank -> new ArrayList<>()).add(i);
        }
        fronts.values().forEach(front -> {
            double[] distances =
                    Pareto.crowdingDistance(front.stream().map(all::get).collect(ISeq.toISeq()));
            for (int i = 0; i < distances.length; i++) {
                crowding[front.get(i)] = distances[i];
            }
        });
        return IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> ranks[i])
                        .thenComparing(Comparator.<Integer>comparingDouble(i -> -crowding[i]))
                        .thenComparingInt(i -> i))
                .toList();
    }

    /** Jenetics ranks the largest first. */
    private static Vec<double[]> minimized(double[] point) {
        double[] negative = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            negative[i] = -point[i];
        }
        return Vec.of(negative);
    }
}
