package io.github.gmp.toolkit.scaling;

import io.github.gmp.api.math.Matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scales features, each on its own: x_k = (G_k − offset_k) · factor_k. A feature that is constant over the training set has factor 0: it
 * is dropped, also where it varies later, because nothing was learned about it.
 */
public final class FeatureScaler {
    /** A spread below this fraction of the largest magnitude is rounding, not information. */
    private static final double CONSTANT_TOLERANCE = 1e-10;

    private final double[] offsets;
    private final double[] factors;

    /**
     * @param offsets offset of each feature
     * @param factors factor of each feature
     * @throws IllegalArgumentException if their lengths differ
     */
    public FeatureScaler(double[] offsets, double[] factors) {
        if (offsets.length != factors.length) {
            throw new IllegalArgumentException(offsets.length + " offsets and " + factors.length + " factors");
        }
        this.offsets = offsets.clone();
        this.factors = factors.clone();
    }

    /**
     * {@return the scaler for these atoms}
     *
     * @param scaling how to scale
     * @param features features of all atoms, {@code [atoms][features]}
     * @param rows the atoms to look at, at least one
     */
    public static FeatureScaler fit(FeatureScaling scaling, Matrix features, int[] rows) {
        int columns = features.columns();
        double[] values = features.array();
        double[] smallest = filled(columns, Double.POSITIVE_INFINITY);
        double[] largest = filled(columns, Double.NEGATIVE_INFINITY);
        double[] means = new double[columns];
        for (int row : rows) {
            for (int k = 0; k < columns; k++) {
                double value = values[row * columns + k];
                smallest[k] = Math.min(smallest[k], value);
                largest[k] = Math.max(largest[k], value);
                means[k] += value / rows.length;
            }
        }
        double[] variances = new double[columns];
        for (int row : rows) {
            for (int k = 0; k < columns; k++) {
                double deviation = values[row * columns + k] - means[k];
                variances[k] += deviation * deviation / rows.length;
            }
        }
        double[] offsets = new double[columns];
        double[] factors = new double[columns];
        for (int k = 0; k < columns; k++) {
            double spread = largest[k] - smallest[k];
            double magnitude = Math.max(Math.abs(largest[k]), Math.abs(smallest[k]));
            boolean constant = spread <= CONSTANT_TOLERANCE * magnitude;
            offsets[k] = switch (scaling) {
                case MIN_MAX -> 0.5 * (smallest[k] + largest[k]);
                case STANDARD -> means[k];
                case NONE -> 0.0;
            };
            double factor =
                    switch (scaling) {
                        case MIN_MAX -> 2.0 / spread;
                        case STANDARD -> 1.0 / Math.sqrt(variances[k]);
                        case NONE -> 1.0;
                    };
            // A spread of subnormal size would overflow: as good as constant.
            factors[k] = constant || !Double.isFinite(factor) ? 0.0 : factor;
        }
        return new FeatureScaler(offsets, factors);
    }

    /**
     * {@return the scaler for all atoms}
     *
     * @param scaling how to scale
     * @param features features of all atoms, {@code [atoms][features]}
     */
    public static FeatureScaler fit(FeatureScaling scaling, Matrix features) {
        return fit(scaling, features, IntStream.range(0, features.rows()).toArray());
    }

    private static double[] filled(int length, double value) {
        double[] array = new double[length];
        Arrays.fill(array, value);
        return array;
    }

    /** {@return the number of features} */
    public int featureCount() {
        return offsets.length;
    }

    /** {@return the indices of the features that are dropped because they are constant} */
    public List<Integer> dropped() {
        List<Integer> dropped = new ArrayList<>();
        for (int k = 0; k < factors.length; k++) {
            if (factors[k] == 0) {
                dropped.add(k);
            }
        }
        return dropped;
    }

    /**
     * {@return the scaled features}
     *
     * @param features G, {@code [atoms][features]}
     * @throws IllegalArgumentException if it has another number of features
     */
    public Matrix apply(Matrix features) {
        return rowByRow(features, this::apply);
    }

    /**
     * The chain rule: ∂E/∂G_k = factor_k ∂E/∂x_k.
     *
     * @param scaledGradient ∂E/∂x, {@code [atoms][features]}
     * @return ∂E/∂G
     * @throws IllegalArgumentException if it has another number of features
     */
    public Matrix applyToGradient(Matrix scaledGradient) {
        return rowByRow(scaledGradient, (values, from, result, to) -> applyToGradient(values, from, 1, result, to));
    }

    private Matrix rowByRow(Matrix matrix, RowScaling scaling) {
        if (matrix.columns() != offsets.length) {
            throw new IllegalArgumentException(offsets.length + " features were expected, got " + matrix);
        }
        Matrix result = Matrix.zeros(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            int start = row * matrix.columns();
            scaling.scale(matrix.array(), start, result.array(), start);
        }
        return result;
    }

    private interface RowScaling {
        void scale(double[] values, int from, double[] result, int to);
    }

    /**
     * @param features array with the features of an atom
     * @param from where they begin
     * @param scaled receives the scaled features
     * @param to where they begin
     */
    public void apply(double[] features, int from, double[] scaled, int to) {
        for (int k = 0; k < offsets.length; k++) {
            scaled[to + k] = (features[from + k] - offsets[k]) * factors[k];
        }
    }

    /**
     * The chain rule: ∂E/∂G_k = factor_k ∂E/∂x_k.
     *
     * @param scaledGradient array with ∂E/∂x of an atom
     * @param from where it begins
     * @param unit factor on all
     * @param gradient receives ∂E/∂G
     * @param to where it begins
     */
    public void applyToGradient(double[] scaledGradient, int from, double unit, double[] gradient, int to) {
        for (int k = 0; k < factors.length; k++) {
            gradient[to + k] = scaledGradient[from + k] * (unit * factors[k]);
        }
    }

    /**
     * The change of scaled features: ẋ_k = factor_k Ġ_k.
     *
     * @param change array with the change of the features of an atom
     * @param from where it begins
     * @param scaled receives the change of the scaled features
     * @param to where it begins
     */
    public void applyToChange(double[] change, int from, double[] scaled, int to) {
        for (int k = 0; k < factors.length; k++) {
            scaled[to + k] = change[from + k] * factors[k];
        }
    }

    /** {@return a copy of the offsets} */
    public double[] offsets() {
        return offsets.clone();
    }

    /** {@return a copy of the factors} */
    public double[] factors() {
        return factors.clone();
    }
}
