package io.github.gmp.models.network;

import java.util.Arrays;

/**
 * One network's way forward and back over a batch of atoms. It owns the buffers of a batch (they grow to the largest batch seen and are
 * reused) but no parameters: these are passed in, so that one pass serves current, averaged and best weights.
 *
 * <p>Forward keeps each layer's activations and the derivatives of the activation function; backward uses them for the gradient by the
 * parameters and, if wanted, by the inputs. A tangent pass (derivative along a direction of the inputs, for force training) needs the
 * same intermediates and the second derivative of the activation.
 */
public final class NetworkPass {
    private final NetworkShape shape;
    private final BatchNormalization[] normalizations;
    private final double[][] activations;
    private final double[][] derivatives;
    private final double[] transposed;
    private double[] input = new double[0];
    private double[] linear = new double[0];
    private double[] delta = new double[0];
    private double[] nextDelta = new double[0];
    private double[] output = new double[0];
    private int capacity;
    private int rows;

    /** @param shape the shape of the network; with batch normalization, passes are training passes */
    public NetworkPass(NetworkShape shape) {
        this.shape = shape;
        int hidden = shape.hiddenLayers();
        this.activations = new double[hidden][0];
        this.derivatives = new double[hidden][0];
        this.normalizations = new BatchNormalization[shape.batchNorm() ? hidden : 0];
        Arrays.setAll(normalizations, layer -> new BatchNormalization(shape.nodes()));
        this.transposed = new double[Math.max(shape.inputs(), shape.nodes()) * shape.nodes()];
    }

    /**
     * Begins a batch.
     *
     * @param rows number of atoms
     * @return the buffer to write their (scaled) features to, {@code [rows][inputs]} or longer
     */
    public double[] begin(int rows) {
        if (rows > capacity) {
            capacity = rows;
            int nodes = shape.nodes();
            input = new double[Math.multiplyExact(rows, shape.inputs())];
            output = new double[rows];
            linear = new double[Math.multiplyExact(rows, nodes)];
            delta = new double[rows * nodes];
            nextDelta = new double[rows * nodes];
            for (int layer = 0; layer < shape.hiddenLayers(); layer++) {
                activations[layer] = new double[rows * nodes];
                derivatives[layer] = new double[rows * nodes];
            }
        }
        this.rows = rows;
        return input;
    }

    /**
     * @param parameters array with the parameters
     * @param start where they begin
     * @param statistics array with the running statistics, updated by networks with batch normalization
     * @param statisticsStart where they begin
     * @return the output of each atom, {@code [rows]} or longer, valid until the next forward pass
     */
    public double[] forward(double[] parameters, int start, double[] statistics, int statisticsStart) {
        int nodes = shape.nodes();
        double[] previous = input;
        for (int layer = 0; layer < shape.hiddenLayers(); layer++) {
            DenseKernels.fillRows(rows, nodes, parameters, start + shape.biases(layer), linear);
            DenseKernels.addProduct(
                    rows, shape.inputs(layer), nodes, previous, parameters, start + shape.weights(layer), linear);
            if (shape.batchNorm()) {
                normalizations[layer].forward(
                        rows,
                        linear,
                        parameters,
                        start + shape.scales(layer),
                        start + shape.shifts(layer),
                        statistics,
                        statisticsStart + shape.means(layer),
                        statisticsStart + shape.variances(layer));
            }
            shape.activation().apply(linear, activations[layer], derivatives[layer], rows * nodes);
            previous = activations[layer];
        }
        int inputs = shape.inputs(shape.hiddenLayers());
        int weights = start + shape.weights(shape.hiddenLayers());
        double bias = parameters[start + shape.biases(shape.hiddenLayers())];
        for (int r = 0; r < rows; r++) {
            double sum = bias;
            for (int i = 0; i < inputs; i++) {
                sum += previous[r * inputs + i] * parameters[weights + i];
            }
            output[r] = sum;
        }
        return output;
    }

    /**
     * Backward pass after a forward pass with the same parameters: adds the gradient of a loss by the parameters.
     *
     * @param parameters array with the parameters
     * @param start where they begin
     * @param outputGradient ∂L/∂output of each atom, {@code [rows]}
     * @param gradient ∂L/∂parameters is added to, laid out like the parameters
     */
    public void backward(double[] parameters, int start, double[] outputGradient, double[] gradient) {
        int hidden = shape.hiddenLayers();
        double[] last = hidden == 0 ? input : activations[hidden - 1];
        DenseKernels.addTransposedProduct(
                rows, shape.inputs(hidden), 1, last, outputGradient, gradient, start + shape.weights(hidden));
        DenseKernels.addColumnSums(rows, 1, outputGradient, gradient, start + shape.biases(hidden));
        if (hidden == 0) {
            return;
        }
        outputDelta(parameters, start, outputGradient);
        for (int layer = hidden - 1; layer >= 0; layer--) {
            throughActivation(layer);
            if (shape.batchNorm()) {
                int scales = start + shape.scales(layer);
                normalizations[layer].backward(rows, delta, parameters, scales, gradient, scales);
            }
            double[] previous = layer == 0 ? input : activations[layer - 1];
            DenseKernels.addTransposedProduct(
                    rows, shape.inputs(layer), shape.nodes(), previous, delta, gradient, start + shape.weights(layer));
            DenseKernels.addColumnSums(rows, shape.nodes(), delta, gradient, start + shape.biases(layer));
            if (layer > 0) {
                throughWeights(layer, parameters, start, nextDelta);
                swapDeltas();
            }
        }
    }

    /**
     * Gradient of the outputs by the inputs, after a forward pass with the same parameters; for networks without batch normalization,
     * where the output of an atom depends on that atom alone.
     *
     * @param parameters array with the parameters
     * @param start where they begin
     * @param inputGradient receives ∂output/∂input, {@code [rows][inputs]}
     */
    public void inputGradient(double[] parameters, int start, double[] inputGradient) {
        if (shape.batchNorm()) {
            throw new IllegalStateException("the gradient by the inputs is that of the folded network");
        }
        int hidden = shape.hiddenLayers();
        if (hidden == 0) {
            DenseKernels.fillRows(rows, shape.inputs(), parameters, start + shape.weights(0), inputGradient);
            return;
        }
        DenseKernels.fillRows(rows, shape.nodes(), parameters, start + shape.weights(hidden), delta);
        for (int layer = hidden - 1; layer > 0; layer--) {
            throughActivation(layer);
            throughWeights(layer, parameters, start, nextDelta);
            swapDeltas();
        }
        throughActivation(0);
        throughWeights(0, parameters, start, inputGradient);
    }

    private void outputDelta(double[] parameters, int start, double[] outputGradient) {
        Arrays.fill(delta, 0, rows * shape.nodes(), 0.0);
        int weights = start + shape.weights(shape.hiddenLayers());
        DenseKernels.addProduct(rows, 1, shape.nodes(), outputGradient, parameters, weights, delta);
    }

    private void throughActivation(int layer) {
        double[] derivative = derivatives[layer];
        int count = rows * shape.nodes();
        for (int i = 0; i < count; i++) {
            delta[i] *= derivative[i];
        }
    }

    private void throughWeights(int layer, double[] parameters, int start, double[] target) {
        int inputs = shape.inputs(layer);
        DenseKernels.transpose(inputs, shape.nodes(), parameters, start + shape.weights(layer), transposed);
        Arrays.fill(target, 0, rows * inputs, 0.0);
        DenseKernels.addProduct(rows, shape.nodes(), inputs, delta, transposed, 0, target);
    }

    private void swapDeltas() {
        double[] swap = delta;
        delta = nextDelta;
        nextDelta = swap;
    }
}
