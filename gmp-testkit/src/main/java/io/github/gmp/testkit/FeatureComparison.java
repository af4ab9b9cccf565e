package io.github.gmp.testkit;

import io.github.gmp.api.math.Matrix;

import java.util.Arrays;
import java.util.function.Function;

/** How much feature matrices differ. Columns differ in scale by many orders of magnitude, so each is judged by its own. */
final class FeatureComparison {
    private FeatureComparison() {}

    static double[] largestByColumn(double[] distances, Function<Double, Matrix> values) {
        double[] largest = new double[0];
        for (double distance : distances) {
            Matrix matrix = values.apply(distance);
            largest = Arrays.copyOf(largest, matrix.columns());
            for (int k = 0; k < matrix.array().length; k++) {
                int column = k % matrix.columns();
                largest[column] = Math.max(largest[column], Math.abs(matrix.array()[k]));
            }
        }
        return largest;
    }

    static double largestRatio(double[] values, double[] scales) {
        double largest = 0;
        for (int k = 0; k < values.length; k++) {
            largest = scales[k] > 0 ? Math.max(largest, values[k] / scales[k]) : largest;
        }
        return largest;
    }

    static Matrix difference(Matrix a, Matrix b) {
        double[] values = a.array().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] -= b.array()[k];
        }
        return Matrix.wrap(a.rows(), a.columns(), values);
    }

    /** The largest difference, each column relative to its largest absolute value in either matrix. */
    static double relativeDifference(Matrix a, Matrix b) {
        double largest = 0;
        for (int c = 0; c < a.columns(); c++) {
            double scale = columnScale(a, b, c);
            for (int r = 0; scale > 0 && r < a.rows(); r++) {
                largest = Math.max(largest, Math.abs(a.get(r, c) - b.get(r, c)) / scale);
            }
        }
        return largest;
    }

    static double columnScale(Matrix a, Matrix b, int column) {
        double scale = 0;
        for (int r = 0; r < a.rows(); r++) {
            scale = Math.max(scale, Math.max(Math.abs(a.get(r, column)), Math.abs(b.get(r, column))));
        }
        return scale;
    }

    static double dot(Matrix a, Matrix b) {
        double sum = 0;
        for (int k = 0; k < a.array().length; k++) {
            sum += a.array()[k] * b.array()[k];
        }
        return sum;
    }
}
