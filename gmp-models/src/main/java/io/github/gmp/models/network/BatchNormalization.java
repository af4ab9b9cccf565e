package io.github.gmp.models.network;

import io.github.gmp.models.kernel.PaddedMatrix;

import java.util.Arrays;

/**
 * Batch normalization of one hidden layer during training (Ioffe and Szegedy, arXiv:1502.03167): y = γ (x − m) / √(v + ε) + β, with mean m
 * and (biased) variance v of each node over the atoms of the mini batch; ε = 1e-5.
 *
 * <p>Running statistics follow with momentum 0.1 (the variance unbiased), and prediction uses them alone. The variance of a single atom
 * says nothing: a batch of one atom is normalized with the running statistics, taken as constants, and does not change them.
 *
 * <p>With the statistics of a batch, the output of an atom depends on all atoms of the batch: forces, its derivatives by positions, would
 * reach into other structures, and would not be those that are predicted. So training on forces takes the running statistics as
 * constants: it works on the {@linkplain #fold folded} network and brings the gradient {@linkplain #unfoldGradient back}. Statistics then no longer
 * follow by themselves; a few passes over the training set before the first step set them.
 */
public final class BatchNormalization {
    static final double EPSILON = 1e-5;
    static final double MOMENTUM = 0.1;

    private final int nodes;
    private final double[] mean;
    private final double[] inverseDeviation;
    private final double[] scaleSums;
    private final double[] shiftSums;
    private final PaddedMatrix normalized;
    private boolean constantStatistics;

    BatchNormalization(int nodes) {
        this.nodes = nodes;
        this.normalized = new PaddedMatrix(0, nodes);
        this.mean = new double[nodes];
        this.inverseDeviation = new double[nodes];
        this.scaleSums = new double[nodes];
        this.shiftSums = new double[nodes];
    }

    /** Normalizes {@code values [rows][nodes]} in place and updates the running statistics; shifts follow scales. */
    void forward(
            int rows,
            PaddedMatrix values,
            double[] parameters,
            int scales,
            double[] statistics,
            int means,
            int variances) {
        normalized.ensureRows(rows);
        constantStatistics = rows == 1;
        if (constantStatistics) {
            for (int j = 0; j < nodes; j++) {
                mean[j] = statistics[means + j];
                inverseDeviation[j] = 1.0 / Math.sqrt(statistics[variances + j] + EPSILON);
            }
        } else {
            batchStatistics(rows, values, statistics, means, variances);
        }
        double[] v = values.values();
        double[] n = normalized.values();
        for (int r = 0; r < rows; r++) {
            int row = r * values.stride();
            for (int j = 0; j < nodes; j++) {
                double x = (v[row + j] - mean[j]) * inverseDeviation[j];
                n[row + j] = x;
                v[row + j] = parameters[scales + j] * x + parameters[scales + nodes + j];
            }
        }
    }

    private void batchStatistics(int rows, PaddedMatrix values, double[] statistics, int means, int variances) {
        double[] v = values.values();
        Arrays.fill(mean, 0.0);
        for (int r = 0; r < rows; r++) {
            int row = r * values.stride();
            for (int j = 0; j < nodes; j++) {
                mean[j] += v[row + j];
            }
        }
        for (int j = 0; j < nodes; j++) {
            mean[j] /= rows;
        }
        double[] squares = inverseDeviation;
        Arrays.fill(squares, 0.0);
        for (int r = 0; r < rows; r++) {
            int row = r * values.stride();
            for (int j = 0; j < nodes; j++) {
                double deviation = v[row + j] - mean[j];
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
    void backward(int rows, PaddedMatrix delta, double[] parameters, int scales, double[] gradient, int scaleGradient) {
        Arrays.fill(scaleSums, 0.0);
        Arrays.fill(shiftSums, 0.0);
        double[] d = delta.values();
        double[] n = normalized.values();
        for (int r = 0; r < rows; r++) {
            int row = r * delta.stride();
            for (int j = 0; j < nodes; j++) {
                scaleSums[j] += d[row + j] * n[row + j];
                shiftSums[j] += d[row + j];
            }
        }
        for (int j = 0; j < nodes; j++) {
            gradient[scaleGradient + j] += scaleSums[j];
            gradient[scaleGradient + nodes + j] += shiftSums[j];
        }
        // With constant statistics ∂x̂/∂x has no terms through mean and variance.
        double share = constantStatistics ? 0.0 : 1.0 / rows;
        for (int r = 0; r < rows; r++) {
            int row = r * delta.stride();
            for (int j = 0; j < nodes; j++) {
                double centered = d[row + j] - share * (shiftSums[j] + n[row + j] * scaleSums[j]);
                d[row + j] = parameters[scales + j] * inverseDeviation[j] * centered;
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

    /**
     * The chain rule through {@link #fold}, with the running statistics as constants: turns the gradient of a loss by the parameters of the
     * folded network into that by the network's own. With f = γ / √(v + ε), folded weights W' = f W and biases b' = f (b − m) + β:
     * ∂L/∂W = f ∂L/∂W', ∂L/∂b = f ∂L/∂b', ∂L/∂β = ∂L/∂b', ∂L/∂γ = (Σ_i W_i ∂L/∂W'_i + (b − m) ∂L/∂b') / √(v + ε).
     *
     * @param shape the network
     * @param parameters array with its parameters
     * @param parameterStart where they begin, and its gradient in {@code gradient}
     * @param statistics array with its running statistics
     * @param statisticsStart where they begin
     * @param foldedGradient array with the gradient by the parameters of the folded network
     * @param foldedStart where it begins
     * @param gradient the gradient by the network's parameters is added to it
     */
    public static void unfoldGradient(
            NetworkShape shape,
            double[] parameters,
            int parameterStart,
            double[] statistics,
            int statisticsStart,
            double[] foldedGradient,
            int foldedStart,
            double[] gradient) {
        NetworkShape folded = shape.folded();
        int nodes = shape.nodes();
        for (int layer = 0; layer <= shape.hiddenLayers(); layer++) {
            boolean plain = layer == shape.hiddenLayers() || !shape.batchNorm();
            int inputs = shape.inputs(layer);
            int from = foldedStart + folded.weights(layer);
            int to = parameterStart + shape.weights(layer);
            if (plain) {
                int count = (inputs + 1) * (layer == shape.hiddenLayers() ? 1 : nodes);
                for (int i = 0; i < count; i++) {
                    gradient[to + i] += foldedGradient[from + i];
                }
                continue;
            }
            int scales = parameterStart + shape.scales(layer);
            int bias = parameterStart + shape.biases(layer);
            for (int j = 0; j < nodes; j++) {
                double variance = statistics[statisticsStart + shape.variances(layer) + j];
                double inverse = 1.0 / Math.sqrt(variance + EPSILON);
                double factor = parameters[scales + j] * inverse;
                double biasGradient = foldedGradient[foldedStart + folded.biases(layer) + j];
                double mean = statistics[statisticsStart + shape.means(layer) + j];
                double scaleGradient = (parameters[bias + j] - mean) * biasGradient;
                for (int i = 0; i < inputs; i++) {
                    double weightGradient = foldedGradient[from + i * nodes + j];
                    gradient[to + i * nodes + j] += factor * weightGradient;
                    scaleGradient += parameters[to + i * nodes + j] * weightGradient;
                }
                gradient[bias + j] += factor * biasGradient;
                gradient[scales + j] += inverse * scaleGradient;
                gradient[scales + nodes + j] += biasGradient;
            }
        }
    }
}
