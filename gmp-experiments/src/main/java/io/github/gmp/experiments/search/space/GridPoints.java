package io.github.gmp.experiments.search.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points spread evenly over a space: the same number of values for each key, as far as keys have so many and a budget allows. */
public final class GridPoints {
    private GridPoints() {}

    /**
     * Keys get one more value in turn, as long as there are no more points than the budget; then all combinations are points.
     *
     * @param space a space
     * @param budget largest number of points
     * @return genes of the points, of points with the same values the first
     */
    public static List<List<double[]>> of(SearchSpace space, long budget) {
        List<Dimension> dimensions = List.copyOf(space.dimensions().values());
        List<List<double[]>> levels = new ArrayList<>();
        dimensions.forEach(dimension -> levels.add(dimension.grid(1)));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int d = 0; d < dimensions.size(); d++) {
                List<double[]> more = dimensions.get(d).grid(levels.get(d).size() + 1);
                long others = product(levels) / levels.get(d).size();
                if (more.size() > levels.get(d).size() && others * more.size() <= budget) {
                    levels.set(d, more);
                    grown = true;
                }
            }
        }
        Map<Map<String, Object>, List<double[]>> points = new LinkedHashMap<>();
        for (List<double[]> genes : combinations(levels)) {
            points.putIfAbsent(space.values(genes), genes);
        }
        return List.copyOf(points.values());
    }

    private static long product(List<List<double[]>> levels) {
        return levels.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    private static List<List<double[]>> combinations(List<List<double[]>> levels) {
        List<List<double[]>> points = List.of(List.of());
        for (List<double[]> values : levels) {
            List<List<double[]>> longer = new ArrayList<>();
            for (List<double[]> point : points) {
                for (double[] genes : values) {
                    List<double[]> extended = new ArrayList<>(point);
                    extended.add(genes);
                    longer.add(extended);
                }
            }
            points = longer;
        }
        return points;
    }
}
