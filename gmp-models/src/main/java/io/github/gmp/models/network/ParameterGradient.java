package io.github.gmp.models.network;

import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.PaddedMatrix;

import java.util.Arrays;

/** Sums over the atoms of a batch that are gradients by parameters. */
final class ParameterGradient {
    private final NetworkShape shape;
    private final NetworkKernels kernels;
    private final PaddedMatrix[] products;
    private final double[] columnSums;

    ParameterGradient(NetworkShape shape, NetworkKernels kernels) {
        this.shape = shape;
        this.kernels = kernels;
        this.products = new PaddedMatrix[Math.min(2, shape.hiddenLayers())];
        Arrays.setAll(products, layer -> new PaddedMatrix(shape.inputs(layer), shape.nodes()));
        this.columnSums = new double[new PaddedMatrix(0, Math.max(shape.inputs(), shape.nodes())).stride()];
    }

    /** Weights of a hidden layer: inputsᵀ delta. */
    void addHidden(int layer, int rows, PaddedMatrix inputs, PaddedMatrix delta, double[] gradient, int start) {
        PaddedMatrix product = cleared(layer);
        kernels.addTransposedProduct(rows, inputs, delta, product);
        product.addTo(gradient, start + shape.weights(layer), shape.inputs(layer));
    }

    /** Weights of a hidden layer: inputsᵀ delta + tangentsᵀ tangentDelta. */
    void addHidden(
            int layer,
            int rows,
            PaddedMatrix inputs,
            PaddedMatrix delta,
            PaddedMatrix tangents,
            PaddedMatrix tangentDelta,
            double[] gradient,
            int start) {
        PaddedMatrix product = cleared(layer);
        kernels.addTransposedProduct(rows, inputs, delta, product);
        kernels.addTransposedProduct(rows, tangents, tangentDelta, product);
        product.addTo(gradient, start + shape.weights(layer), shape.inputs(layer));
    }

    private PaddedMatrix cleared(int layer) {
        // The first layer has a shape of its own, all others share one.
        PaddedMatrix product = products[Math.min(1, layer)];
        product.fill(shape.inputs(layer), 0.0);
        return product;
    }

    /** Biases of a hidden layer: the sum of the rows of delta. */
    void addBiases(int layer, int rows, PaddedMatrix delta, double[] gradient, int start) {
        Arrays.fill(columnSums, 0.0);
        double[] d = delta.values();
        int stride = delta.stride();
        for (int r = 0; r < rows; r++) {
            int row = r * stride;
            for (int j = 0; j < stride; j++) {
                columnSums[j] += d[row + j];
            }
        }
        addSums(delta.columns(), gradient, start + shape.biases(layer));
    }

    /** Weights and bias of the output layer: the sum of the rows of its inputs times the factor of each, and the sum of the factors. */
    void addOutput(int rows, PaddedMatrix inputs, double[] factors, double[] gradient, int start) {
        addOutputWeights(rows, inputs, factors, gradient, start);
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            sum += factors[r];
        }
        gradient[start + shape.biases(shape.hiddenLayers())] += sum;
    }

    /** Weights of the output layer alone. */
    void addOutputWeights(int rows, PaddedMatrix inputs, double[] factors, double[] gradient, int start) {
        Arrays.fill(columnSums, 0.0);
        double[] v = inputs.values();
        int stride = inputs.stride();
        for (int r = 0; r < rows; r++) {
            int row = r * stride;
            double factor = factors[r];
            for (int j = 0; j < stride; j++) {
                columnSums[j] += factor * v[row + j];
            }
        }
        addSums(inputs.columns(), gradient, start + shape.weights(shape.hiddenLayers()));
    }

    private void addSums(int columns, double[] gradient, int at) {
        for (int j = 0; j < columns; j++) {
            gradient[at + j] += columnSums[j];
        }
    }
}
