package io.github.gmp.runtime.features;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.potential.FeatureRanges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds features that are no use: those that do not vary, and those that repeat another up to offset and scale.
 *
 * @param constant features without variation
 * @param repeated features that repeat another one, each with that one, e.g. {@code 'b' (as 'a')}
 */
public record FeatureCheck(List<String> constant, List<String> repeated) {
    /** A variation below this fraction of the largest magnitude is rounding. */
    private static final double ROUNDING = 1e-10;
    /** Two features are the same if they differ by less than this fraction of their standard deviation. */
    private static final double SAME = 1e-7;
    /** Candidates are looked for on so many atoms, and compared on all. */
    private static final int SAMPLE = 1000;

    private static final int LISTED = 5;

    /** Copies the lists. */
    public FeatureCheck {
        constant = List.copyOf(constant);
        repeated = List.copyOf(repeated);
    }

    /** A feature with its mean and standard deviation, and a number that is the same for features that are the same up to the sign. */
    private record Column(int index, double mean, double deviation, double mark) {
        double standardized(Matrix features, int row) {
            return (features.get(row, index) - mean) / deviation;
        }
    }

    /**
     * {@return what was found}
     *
     * @param features {@code [atoms][features]} of the training set
     * @param labels what each feature is
     */
    public static FeatureCheck of(Matrix features, List<String> labels) {
        FeatureRanges ranges = FeatureRanges.of(features);
        double[] minima = ranges.minima();
        double[] maxima = ranges.maxima();
        List<String> constant = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int[] rows = sample(features.rows());
        for (int k = 0; k < minima.length; k++) {
            if (maxima[k] - minima[k] <= ROUNDING * Math.max(Math.abs(minima[k]), Math.abs(maxima[k]))) {
                constant.add("'" + labels.get(k) + "'");
            } else {
                columns.add(column(features, rows, k));
            }
        }
        // Equal ones stand beside each other then.
        columns.sort(Comparator.comparingDouble(Column::mark).thenComparingInt(Column::index));
        List<String> repeated = new ArrayList<>();
        List<Column> alike = new ArrayList<>();
        for (Column column : columns) {
            if (!alike.isEmpty() && !same(features, alike.get(0), column)) {
                describe(alike, labels, repeated);
                alike.clear();
            }
            alike.add(column);
        }
        describe(alike, labels, repeated);
        return new FeatureCheck(constant, repeated);
    }

    private static void describe(List<Column> alike, List<String> labels, List<String> repeated) {
        int[] indices = alike.stream().mapToInt(Column::index).sorted().toArray();
        for (int i = 1; i < indices.length; i++) {
            repeated.add("'" + labels.get(indices[i]) + "' (as '" + labels.get(indices[0]) + "')");
        }
    }

    /** All rows, or some at random: evenly spaced ones may all be the same atom of a molecule. */
    private static int[] sample(int rows) {
        return rows <= SAMPLE
                ? IntStream.range(0, rows).toArray()
                : new SplittableRandom(0).ints(SAMPLE, 0, rows).toArray();
    }

    private static Column column(Matrix features, int[] rows, int index) {
        double mean = 0;
        for (int row : rows) {
            mean += features.get(row, index) / rows.length;
        }
        double squares = 0;
        for (int row : rows) {
            double deviation = features.get(row, index) - mean;
            squares += deviation * deviation / rows.length;
        }
        double deviation = Math.sqrt(squares);
        double mark = 0;
        SplittableRandom weights = new SplittableRandom(1);
        for (int row : rows) {
            mark += weights.nextDouble(-1, 1) * (features.get(row, index) - mean) / deviation;
        }
        return new Column(index, mean, deviation, Math.abs(mark));
    }

    private static boolean same(Matrix features, Column one, Column other) {
        // Not a number where a feature varies outside the sample only.
        if (!(Math.abs(one.mark() - other.mark()) <= SAME * Math.max(1, one.mark()))) {
            return false;
        }
        int largest = 0;
        for (int row = 1; row < features.rows(); row++) {
            if (Math.abs(one.standardized(features, row)) > Math.abs(one.standardized(features, largest))) {
                largest = row;
            }
        }
        double sign = Math.signum(one.standardized(features, largest) * other.standardized(features, largest));
        for (int row = 0; row < features.rows(); row++) {
            double difference = one.standardized(features, row) - sign * other.standardized(features, row);
            if (!(Math.abs(difference) <= SAME * (1 + Math.abs(one.standardized(features, row))))) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return what the user should know}
     *
     * @param count number of features in all
     */
    public List<String> warnings(int count) {
        List<String> warnings = new ArrayList<>();
        if (!constant.isEmpty()) {
            warnings.add(constant.size() + " of " + count + " features do not vary: " + listed(constant));
        }
        if (!repeated.isEmpty()) {
            warnings.add(repeated.size() + " of " + count + " features repeat others up to offset and scale: "
                    + listed(repeated));
        }
        return warnings;
    }

    private static String listed(List<String> names) {
        return names.size() <= LISTED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, LISTED)) + " and " + (names.size() - LISTED) + " more";
    }
}
