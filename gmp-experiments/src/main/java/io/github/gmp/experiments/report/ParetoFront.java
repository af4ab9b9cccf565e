package io.github.gmp.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The best compromises between two quantities that should both be small. */
public final class ParetoFront {
    private ParetoFront() {}

    /**
     * Items that no other item beats: none is at most as large in both quantities and smaller in one. Of items with the same two values the
     * first is kept. Items with a value that is not finite are left out.
     *
     * @param items items
     * @param cost one quantity
     * @param error the other
     * @param <T> their type
     * @return the front, ascending in cost (and so descending in error)
     */
    public static <T> List<T> of(List<T> items, ToDoubleFunction<T> cost, ToDoubleFunction<T> error) {
        List<T> sorted = new ArrayList<>(items.stream()
                .filter(item -> Double.isFinite(cost.applyAsDouble(item)) && Double.isFinite(error.applyAsDouble(item)))
                .toList());
        // A stable sort: equal items keep their order.
        sorted.sort(Comparator.comparingDouble(cost).thenComparingDouble(error));
        List<T> front = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        for (T item : sorted) {
            if (error.applyAsDouble(item) < lowest) {
                lowest = error.applyAsDouble(item);
                front.add(item);
            }
        }
        return front;
    }
}
