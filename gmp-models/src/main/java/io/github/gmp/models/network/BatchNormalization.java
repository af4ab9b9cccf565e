package io.github.gmp.models.network;

import java.util.Arrays;

/**
 * Batch normalization of one hidden layer during training (Ioffe and Szegedy, arXiv:1502.03167): y = γ (x − m) / √(v + ε) + β, with mean m
 * and (biased) variance v of each node over the atoms of the mini batch; ε = 1e-5.
 *
 * <p>Running statistics follow with momentum 0.1 (the variance unbiased), and prediction uses them alone. The variance of a single atom
 * says nothing: a batch of one atom is normalized with the running statistics, taken as constants, and does not change them.
 */
public final class BatchNormalization {
    static final double EPSILON = 1e-5;
    static final double MOMENTUM = 0.1;

    private final int nodes;
    private final double[] mean;
    private final double[] inverseDeviation;
    private final double[] scaleSums;
    private final double[] shiftSums;
    private double[] normalized = new double[0];
    private boolean constantStatistics;

    BatchNormalization(int nodes) {
        this.nodes = nodes;
        this.mean = new double[nodes];
        this.inverseDeviation = new double[nodes];
        this.scaleSums = new double[nodes];
        this.shiftSums = new double[nodes];
    }

    /** Normalizes {@code values [rows][nodes]} in place and updates the running statistics. */
    void forward(
            int rows,
            double[] values,
            double[] parameters,
            int scales,
            int shifts,
            double[] statistics,
            int means,
            int variances) {
        if (normalized.length < rows * nodes) {
            normalized = new double[rows * nodes];
        }
        constantStatistics = rows == 1;
        if (constantStatistics) {
            for (int j = 0; j < nodes; j++) {
                mean[j] = statistics[means + j];
                inverseDeviation[j] = 1.0 / Math.sqrt(statistics[variances + j] + EPSILON);
            }
        } else {
            batchStatistics(rows, values, statistics, means, variances);
        }
        for (int r = 0; r < rows; r++) {
            int row = r * nodes;
            for (int j = 0; j < nodes; j++) {
                double x = (values[row + j] - mean[j]) * inverseDeviation[j];
                normalized[row + j] = x;
                values[row + j] = parameters[scales + j] * x + parameters[shifts + j];
            }
        }
    }

    private void batchStatistics(int rows, double[] values, double[] statistics, int means, int variances) {
        Arrays.fill(mean, 0.0);
        DenseKernels.addColumnSums(rows, nodes, values, mean, 0);
        for (int j = 0; j < nodes; j++) {
            mean[j] /= rows;
        }
        double[] squares = inverseDeviation;
        Arrays.fill(squares, 0.0);
        for (int r = 0; r < rows; r++) {
            int row = r * nodes;
            for (int j = 0; j < nodes; j++) {
                double deviation = values[row + j] - mean[j];
                squares[j] += deviation * deviation;
            }
        }
        for (int j = 0; j < nodes; j++) {
            double unbiased = squares[j] / (rows - 1);
            statistics[means + j] += MOMENTUM * (mean[j] - statistics[means + j]);
            statistics[variances + j] += MOMENTUM * (unbiased - statistics[variances + j]);
            inverseDeviation[j] = 1.0 / Math.sqrt(squares[j] / rows + EPSILON);
        }
    }

    /** Turns {@code ∂L/∂y [rows][nodes]} into ∂L/∂x in place and adds the gradients of scales and shifts. */
    void backward(int rows, double[] delta, double[] parameters, int scales, double[] gradient, int scaleGradient) {
        Arrays.fill(scaleSums, 0.0);
        Arrays.fill(shiftSums, 0.0);
        for (int r = 0; r < rows; r++) {
            int row = r * nodes;
            for (int j = 0; j < nodes; j++) {
                scaleSums[j] += delta[row + j] * normalized[row + j];
            }
        }
        DenseKernels.addColumnSums(rows, nodes, delta, shiftSums, 0);
        for (int j = 0; j < nodes; j++) {
            gradient[scaleGradient + j] += scaleSums[j];
            gradient[scaleGradient + nodes + j] += shiftSums[j];
        }
        // With constant statistics ∂x̂/∂x has no terms through mean and variance.
        double share = constantStatistics ? 0.0 : 1.0 / rows;
        for (int r = 0; r < rows; r++) {
            int row = r * nodes;
            for (int j = 0; j < nodes; j++) {
                double centered = delta[row + j] - share * (shiftSums[j] + normalized[row + j] * scaleSums[j]);
                delta[row + j] = parameters[scales + j] * inverseDeviation[j] * centered;
            }
        }
    }

    /**
     * Folds the normalization with running statistics into the linear layers before it: the same function of the features, as a network
     * of shape {@link NetworkShape#folded()}.
     *
     * @param shape the network
     * @param parameters array with its parameters
     * @param parameterStart where they begin
     * @param statistics array with its running statistics
     * @param statisticsStart where they begin
     * @param folded receives the parameters of the folded network
     * @param foldedStart where they begin
     */
    public static void fold(
            NetworkShape shape,
            double[] parameters,
            int parameterStart,
            double[] statistics,
            int statisticsStart,
            double[] folded,
            int foldedStart) {
        NetworkShape target = shape.folded();
        int nodes = shape.nodes();
        for (int layer = 0; layer <= shape.hiddenLayers(); layer++) {
            boolean output = layer == shape.hiddenLayers();
            int from = parameterStart + shape.weights(layer);
            int to = foldedStart + target.weights(layer);
            int count = (shape.inputs(layer) + 1) * (output ? 1 : nodes);
            System.arraycopy(parameters, from, folded, to, count);
            if (output || !shape.batchNorm()) {
                continue;
            }
            int bias = foldedStart + target.biases(layer);
            for (int j = 0; j < nodes; j++) {
                double mean = statistics[statisticsStart + shape.means(layer) + j];
                double variance = statistics[statisticsStart + shape.variances(layer) + j];
                double factor = parameters[parameterStart + shape.scales(layer) + j] / Math.sqrt(variance + EPSILON);
                for (int i = 0; i < shape.inputs(layer); i++) {
                    folded[to + i * nodes + j] *= factor;
                }
                folded[bias + j] =
                        (folded[bias + j] - mean) * factor + parameters[parameterStart + shape.shifts(layer) + j];
            }
        }
    }
}
