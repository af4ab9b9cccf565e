package io.github.gmp.experiments.features;

import io.github.gmp.api.math.Matrix;

import java.util.Arrays;

/** The range of every feature over a training set: what tells interpolation from extrapolation. Immutable. */
public final class FeatureRanges {
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
     * @param features {@code [atoms][features]}, at least one atom
     * @return their ranges
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

    /** @return smallest value of each feature, a copy */
    public double[] minima() {
        return minima.clone();
    }

    /** @return largest value of each feature, a copy */
    public double[] maxima() {
        return maxima.clone();
    }

    /**
     * Counts atoms with a feature outside its range by more than a tenth of the range's width.
     *
     * @param features {@code [atoms][features]}
     * @return number of such atoms
     */
    public int atomsOutside(Matrix features) {
        int outside = 0;
        for (int row = 0; row < features.rows(); row++) {
            for (int column = 0; column < minima.length; column++) {
                double margin = 0.1 * (maxima[column] - minima[column]);
                double value = features.get(row, column);
                if (value < minima[column] - margin || value > maxima[column] + margin) {
                    outside++;
                    break;
                }
            }
        }
        return outside;
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
