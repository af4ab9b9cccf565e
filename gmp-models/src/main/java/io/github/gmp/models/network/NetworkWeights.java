package io.github.gmp.models.network;

import io.github.gmp.models.kernel.PaddedMatrix;

import java.util.Arrays;

/**
 * The parameters of one network as passes read them: padded matrices and their transposes. Passes of many threads share one object; it is
 * loaded again after every step of an optimizer.
 */
public final class NetworkWeights {
    private final NetworkShape shape;
    private final PaddedMatrix[] weights;
    private final PaddedMatrix[] transposed;
    private final double[] parameters;

    /** @param shape the network */
    public NetworkWeights(NetworkShape shape) {
        this.shape = shape;
        this.weights = new PaddedMatrix[shape.hiddenLayers()];
        this.transposed = new PaddedMatrix[shape.hiddenLayers()];
        Arrays.setAll(weights, layer -> new PaddedMatrix(shape.inputs(layer), shape.nodes()));
        Arrays.setAll(transposed, layer -> new PaddedMatrix(shape.nodes(), shape.inputs(layer)));
        this.parameters = new double[shape.parameterCount()];
    }

    /**
     * {@return this}
     *
     * @param all array with the parameters
     * @param start where those of this network begin
     */
    public NetworkWeights load(double[] all, int start) {
        System.arraycopy(all, start, parameters, 0, parameters.length);
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer].load(parameters, shape.weights(layer), shape.inputs(layer));
            transposed[layer].loadTransposed(parameters, shape.weights(layer), shape.nodes());
        }
        return this;
    }

    /** The weights of a hidden layer, {@code [inputs][nodes]}. */
    PaddedMatrix weights(int layer) {
        return weights[layer];
    }

    /** The weights of a hidden layer, {@code [nodes][inputs]}. */
    PaddedMatrix transposed(int layer) {
        return transposed[layer];
    }

    /** All parameters, laid out as {@link NetworkShape} says. */
    double[] parameters() {
        return parameters;
    }
}
