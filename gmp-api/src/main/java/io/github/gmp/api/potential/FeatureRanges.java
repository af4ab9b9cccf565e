package io.github.gmp.api.potential;

import io.github.gmp.api.math.Matrix;

import java.util.Arrays;

/** The range of every feature over a training set: what tells interpolation from extrapolation. Immutable. */
public final class FeatureRanges {
    private static final double MARGIN = 0.1;
    private static final double ROUNDING = 1e-9;

    private final double[] minima;
    private final double[] maxima;

    /**
     * @param minima smallest value of each feature
     * @param maxima largest value of each feature
     * @throws IllegalArgumentException if the lengths differ or a minimum lies above its maximum
     */
    public FeatureRanges(double[] minima, double[] maxima) {
        if (minima.length != maxima.length) {
            throw new IllegalArgumentException(minima.length + " minima and " + maxima.length + " maxima");
        }
        for (int i = 0; i < minima.length; i++) {
            if (!(minima[i] <= maxima[i])) {
                throw new IllegalArgumentException("feature " + i + " ranges from " + minima[i] + " to " + maxima[i]);
            }
        }
        this.minima = minima.clone();
        this.maxima = maxima.clone();
    }

    /**
     * {@return their ranges}
     *
     * @param features {@code [atoms][features]}, at least one atom
     */
    public static FeatureRanges of(Matrix features) {
        double[] minima = features.row(0);
        double[] maxima = features.row(0);
        for (int row = 1; row < features.rows(); row++) {
            for (int column = 0; column < minima.length; column++) {
                minima[column] = Math.min(minima[column], features.get(row, column));
                maxima[column] = Math.max(maxima[column], features.get(row, column));
            }
        }
        return new FeatureRanges(minima, maxima);
    }

    /** {@return the smallest value of each feature, a copy} */
    public double[] minima() {
        return minima.clone();
    }

    /** {@return the largest value of each feature, a copy} */
    public double[] maxima() {
        return maxima.clone();
    }

    /**
     * Where a model extrapolates. A feature counts as outside beyond a margin of a tenth of its range: a sample never reaches the edges of
     * what it was drawn from. A feature that does not vary in the training set is outside wherever it differs by more than rounding.
     *
     * @param features {@code [atoms][features]}
     * @return how far each atom is outside
     */
    public Extrapolation extrapolation(Matrix features) {
        int[] outside = new int[features.rows()];
        double[] excess = new double[features.rows()];
        for (int row = 0; row < features.rows(); row++) {
            for (int column = 0; column < minima.length; column++) {
                double value = features.get(row, column);
                double distance = Math.max(minima[column] - value, value - maxima[column]);
                if (distance <= 0) {
                    continue;
                }
                double width = maxima[column] - minima[column];
                double rounding = ROUNDING * Math.max(Math.abs(minima[column]), Math.abs(maxima[column]));
                if (distance > MARGIN * width + rounding) {
                    outside[row]++;
                }
                if (width > rounding) {
                    excess[row] = Math.max(excess[row], distance / width);
                }
            }
        }
        return new Extrapolation(outside, excess);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureRanges ranges
                && Arrays.equals(minima, ranges.minima)
                && Arrays.equals(maxima, ranges.maxima);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(minima) + Arrays.hashCode(maxima);
    }

    @Override
    public String toString() {
        return "FeatureRanges[" + minima.length + " features]";
    }
}
