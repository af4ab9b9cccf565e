package io.github.gmp.models.network;

import io.github.gmp.api.error.GmpException;

import java.util.Locale;

/**
 * The shape of a multilayer perceptron with one output, and where its numbers lie in flat arrays.
 *
 * <p>Hidden layer l: Linear(inputs(l), nodes) → batch normalization (if any) → activation; then Linear(inputs, 1). Parameters of a hidden
 * layer, one after the other: weights {@code [inputs][nodes]}, biases {@code [nodes]} and, with batch normalization, scales and shifts
 * {@code [nodes]} each. The output layer follows: weights {@code [inputs]}, one bias. Running statistics lie in an array of their own:
 * means and variances {@code [nodes]} of each hidden layer.
 *
 * @param inputs number of features
 * @param nodes nodes of each hidden layer
 * @param hiddenLayers number of hidden layers, the paper's "layers" minus one
 * @param activation activation of hidden layers
 * @param batchNorm whether hidden layers are batch-normalized
 */
public record NetworkShape(int inputs, int nodes, int hiddenLayers, Activation activation, boolean batchNorm) {
    private static final long MOST_PARAMETERS = 100_000_000;

    /**
     * @throws IllegalArgumentException if a number is not possible
     * @throws GmpException if it has more than a hundred million parameters
     */
    public NetworkShape {
        if (inputs < 1 || nodes < 1 || hiddenLayers < 0) {
            throw new IllegalArgumentException(
                    "a network of " + inputs + " inputs and " + hiddenLayers + " hidden layers of " + nodes + " nodes");
        }
        // In floating point, because the numbers may come from a damaged file and their product may overflow.
        double weights = (double) inputs * nodes + (double) hiddenLayers * nodes * nodes;
        if (weights > MOST_PARAMETERS) {
            throw new GmpException(
                    "a network of " + inputs + " inputs and " + hiddenLayers + " hidden layers of " + nodes
                            + " nodes is too large: " + String.format(Locale.ROOT, "%.2g", weights)
                            + " weights, at most 100 million are allowed");
        }
    }

    /**
     * {@return the number of its inputs}
     *
     * @param layer hidden layer from 0; {@code hiddenLayers} is the output layer
     */
    public int inputs(int layer) {
        return layer == 0 ? inputs : nodes;
    }

    /**
     * {@return where its weights begin}
     *
     * @param layer hidden layer from 0; {@code hiddenLayers} is the output layer
     */
    public int weights(int layer) {
        if (layer == 0) {
            return 0;
        }
        int perNode = batchNorm ? 3 : 1;
        return nodes * (inputs + perNode) + (layer - 1) * nodes * (nodes + perNode);
    }

    /**
     * {@return where its biases begin}
     *
     * @param layer hidden layer from 0; {@code hiddenLayers} is the output layer
     */
    public int biases(int layer) {
        return weights(layer) + inputs(layer) * (layer == hiddenLayers ? 1 : nodes);
    }

    /**
     * {@return where the scales of its batch normalization begin}
     *
     * @param layer hidden layer from 0
     */
    public int scales(int layer) {
        return biases(layer) + nodes;
    }

    /**
     * {@return where the shifts of its batch normalization begin}
     *
     * @param layer hidden layer from 0
     */
    public int shifts(int layer) {
        return biases(layer) + 2 * nodes;
    }

    /** {@return the number of trained parameters: weights, biases, batch-normalization scales and shifts} */
    public int parameterCount() {
        return biases(hiddenLayers) + 1;
    }

    /**
     * {@return where the running means of its batch normalization begin, in the array of statistics}
     *
     * @param layer hidden layer from 0
     */
    public int means(int layer) {
        return 2 * nodes * layer;
    }

    /**
     * {@return where the running variances of its batch normalization begin, in the array of statistics}
     *
     * @param layer hidden layer from 0
     */
    public int variances(int layer) {
        return 2 * nodes * layer + nodes;
    }

    /** {@return the length of the array of running statistics} */
    public int statisticsCount() {
        return batchNorm ? 2 * nodes * hiddenLayers : 0;
    }

    /** {@return this shape without batch normalization: what prediction uses, see {@link BatchNormalization#fold}} */
    public NetworkShape folded() {
        return new NetworkShape(inputs, nodes, hiddenLayers, activation, false);
    }

    /**
     * Floating-point operations of one prediction: 2 per input (scaling), 2 per weight (multiply, add), 1 per bias, 45 per activation
     * (batch normalization is folded into the weights and costs nothing).
     *
     * @return the count, a deterministic cost per atom
     */
    public double operations() {
        return 2.0 * inputs
                + 2.0 * folded().parameterCount()
                - (double) nodes * hiddenLayers
                - 1
                + (double) Activation.OPERATIONS * nodes * hiddenLayers;
    }
}
