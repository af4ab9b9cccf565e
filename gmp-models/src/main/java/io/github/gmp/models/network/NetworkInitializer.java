package io.github.gmp.models.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Initial parameters: uniform weights of variance 2 / (inputs + outputs) (Glorot and Bengio 2010), biases 0, batch normalization the identity. */
public final class NetworkInitializer {
    private NetworkInitializer() {}

    /**
     * @param shape the network
     * @param random source of the weights
     * @param outputFactor factor on the weights of the output layer
     * @param parameters receives the parameters
     * @param start where they begin
     */
    public static void parameters(
            NetworkShape shape, SplittableRandom random, double outputFactor, double[] parameters, int start) {
        Arrays.fill(parameters, start, start + shape.parameterCount(), 0.0);
        for (int layer = 0; layer <= shape.hiddenLayers(); layer++) {
            boolean output = layer == shape.hiddenLayers();
            int outputs = output ? 1 : shape.nodes();
            double bound = Math.sqrt(6.0 / (shape.inputs(layer) + outputs)) * (output ? outputFactor : 1.0);
            int weights = start + shape.weights(layer);
            for (int i = 0; i < shape.inputs(layer) * outputs; i++) {
                parameters[weights + i] = bound * (2.0 * random.nextDouble() - 1.0);
            }
            if (!output && shape.batchNorm()) {
                int scales = start + shape.scales(layer);
                Arrays.fill(parameters, scales, scales + shape.nodes(), 1.0);
            }
        }
    }

    /**
     * @param shape the network
     * @param statistics receives the running statistics: means 0, variances 1
     * @param start where they begin
     */
    public static void statistics(NetworkShape shape, double[] statistics, int start) {
        for (int layer = 0; shape.batchNorm() && layer < shape.hiddenLayers(); layer++) {
            int variances = start + shape.variances(layer);
            Arrays.fill(statistics, variances, variances + shape.nodes(), 1.0);
        }
    }
}
