package io.github.gmp.experiments.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How good a front is as one number: the volume it dominates in the space of the logarithms of the objectives, up to a reference point
 * (Zitzler and Thiele 1999, doi:10.1109/4235.797969). Larger is better. Exact, by slices along one objective after the other.
 */
public final class Hypervolume {
    private Hypervolume() {}

    /**
     * {@return the volume; 0 if no point beats the reference in all objectives}
     *
     * @param points points, any number, in any order, dominated ones included; smaller is better
     * @param reference the worst value of each objective
     */
    public static double of(List<double[]> points, double[] reference) {
        List<double[]> inside = points.stream()
                .filter(point -> {
                    for (int i = 0; i < reference.length; i++) {
                        if (point[i] >= reference[i]) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
        return volume(front(inside), reference, reference.length);
    }

    /**
     * The hypervolume of growing sets of points.
     *
     * @param trials points in the order in which they were found; nothing where a trial gave none
     * @param reference the worst value of each objective
     * @return the volume after each
     */
    public static List<Double> growth(List<Optional<double[]>> trials, double[] reference) {
        List<Double> result = new ArrayList<>();
        List<double[]> front = List.of();
        double volume = 0;
        for (Optional<double[]> point : trials) {
            if (point.isPresent()) {
                List<double[]> points = new ArrayList<>(front);
                points.add(point.get());
                List<double[]> grown = front(points);
                if (!grown.equals(front)) {
                    front = grown;
                    volume = of(front, reference);
                }
            }
            result.add(volume);
        }
        return result;
    }

    /**
     * {@return the largest value of each objective}
     *
     * @param points points
     * @param objectives number of objectives
     */
    public static double[] worst(List<double[]> points, int objectives) {
        double[] worst = new double[objectives];
        Arrays.fill(worst, Double.NEGATIVE_INFINITY);
        for (double[] point : points) {
            for (int i = 0; i < worst.length; i++) {
                worst[i] = Math.max(worst[i], point[i]);
            }
        }
        return worst;
    }

    /** Points that no other dominates; of equal ones the first. */
    public static List<double[]> front(List<double[]> points) {
        List<double[]> front = new ArrayList<>();
        for (double[] point : points) {
            if (front.stream().noneMatch(kept -> isAtLeastAsGood(kept, point))) {
                front.removeIf(kept -> isAtLeastAsGood(point, kept));
                front.add(point);
            }
        }
        return front;
    }

    private static boolean isAtLeastAsGood(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
        }
        return true;
    }

    /** Of the projection on the first objectives. */
    private static double volume(List<double[]> points, double[] reference, int objectives) {
        if (points.isEmpty()) {
            return 0;
        }
        int last = objectives - 1;
        if (last == 0) {
            return reference[0]
                    - points.stream().mapToDouble(point -> point[0]).min().orElse(reference[0]);
        }
        double[][] sorted = points.toArray(double[][]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(point -> point[last]));
        double volume = 0;
        for (int i = 0; i < sorted.length; i++) {
            double upper = i + 1 < sorted.length ? sorted[i + 1][last] : reference[last];
            if (upper > sorted[i][last]) {
                volume +=
                        (upper - sorted[i][last]) * volume(Arrays.asList(sorted).subList(0, i + 1), reference, last);
            }
        }
        return volume;
    }
}
