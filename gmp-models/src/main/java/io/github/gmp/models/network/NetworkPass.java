package io.github.gmp.models.network;

import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.PaddedMatrix;

import java.util.Arrays;

/**
 * One network's way forward and back over a batch of atoms. It owns the buffers of a batch (they grow to the largest batch seen and are
 * reused) but no parameters: these are passed in, so that one pass serves current, averaged and best weights. Of one thread at a time.
 *
 * <p>With h_0 the inputs, z_l = h_l W_l + b_l, h_{l+1} = f(z_l) and the output y = h_L · w + b, the pass forward keeps h, f'(z) and, if
 * tangents are wanted, f''(z). {@link #backward} uses them for the gradient by the parameters, {@link #inputGradient} for that by the
 * inputs, {@link TangentPass} for derivatives of the latter.
 *
 * <p>With batch normalization a pass is a training pass: statistics are those of the batch, and an atom's output depends on all atoms of
 * it. Predictions and forces need outputs that depend on the atom alone; they use the folded network, see {@link BatchNormalization}.
 */
public final class NetworkPass {
    private final NetworkShape shape;
    private final NetworkKernels kernels;
    private final boolean tangents;
    private final BatchNormalization[] normalizations;
    private final PaddedMatrix input;
    private final PaddedMatrix[] activations;
    private final PaddedMatrix[] first;
    private final PaddedMatrix[] second;
    private final PaddedMatrix[] sensitivities;
    private final PaddedMatrix inputGradient;
    private final PaddedMatrix linear;
    private final ParameterGradient parameterGradient;
    private PaddedMatrix delta;
    private PaddedMatrix nextDelta;
    private double[] output = new double[0];
    private int rows;

    /**
     * @param shape the shape of the network; with batch normalization, passes are training passes
     * @param kernels the hot loops
     * @param tangents whether there will be a {@link TangentPass}, which needs second derivatives
     */
    public NetworkPass(NetworkShape shape, NetworkKernels kernels, boolean tangents) {
        int hidden = shape.hiddenLayers();
        this.shape = shape;
        this.kernels = kernels;
        this.tangents = tangents;
        this.input = new PaddedMatrix(0, shape.inputs());
        this.inputGradient = new PaddedMatrix(0, shape.inputs());
        this.activations = layers(hidden);
        this.first = layers(hidden);
        this.second = layers(tangents ? hidden : 0);
        this.sensitivities = layers(hidden);
        this.normalizations = new BatchNormalization[shape.batchNorm() ? hidden : 0];
        Arrays.setAll(normalizations, layer -> new BatchNormalization(shape.nodes()));
        this.linear = layer();
        this.delta = layer();
        this.nextDelta = layer();
        this.parameterGradient = new ParameterGradient(shape, kernels);
    }

    private PaddedMatrix[] layers(int count) {
        PaddedMatrix[] matrices = new PaddedMatrix[count];
        Arrays.setAll(matrices, layer -> layer());
        return matrices;
    }

    private PaddedMatrix layer() {
        return new PaddedMatrix(0, shape.nodes());
    }

    /**
     * Begins a batch.
     *
     * @param atoms number of atoms
     * @return the matrix to write their (scaled) features to, {@code [atoms][inputs]}
     */
    public PaddedMatrix begin(int atoms) {
        rows = atoms;
        if (output.length < atoms) {
            output = new double[atoms];
        }
        input.ensureRows(atoms);
        if (shape.hiddenLayers() > 0) {
            ensureRows(activations);
            ensureRows(first);
            ensureRows(second);
            linear.ensureRows(atoms);
        }
        return input;
    }

    private void ensureRows(PaddedMatrix... matrices) {
        for (PaddedMatrix matrix : matrices) {
            matrix.ensureRows(rows);
        }
    }

    /**
     * {@return the output of each atom, {@code [rows]} or longer, valid until the next forward pass}
     *
     * @param weights the parameters
     * @param statistics array with the running statistics, updated by networks with batch normalization
     * @param statisticsStart where they begin
     */
    public double[] forward(NetworkWeights weights, double[] statistics, int statisticsStart) {
        double[] parameters = weights.parameters();
        int count = linear.length(rows);
        for (int layer = 0; layer < shape.hiddenLayers(); layer++) {
            linear.fillRows(rows, parameters, shape.biases(layer));
            kernels.addProduct(rows, inputsOf(layer), weights.weights(layer), linear);
            if (shape.batchNorm()) {
                normalizations[layer].forward(
                        rows,
                        linear,
                        parameters,
                        shape.scales(layer),
                        statistics,
                        statisticsStart + shape.means(layer),
                        statisticsStart + shape.variances(layer));
            }
            if (tangents) {
                shape.activation()
                        .apply(
                                kernels,
                                linear.values(),
                                activations[layer].values(),
                                first[layer].values(),
                                second[layer].values(),
                                count);
            } else {
                shape.activation()
                        .apply(kernels, linear.values(), activations[layer].values(), first[layer].values(), count);
            }
        }
        int last = shape.hiddenLayers();
        addOutputs(inputsOf(last), parameters, parameters[shape.biases(last)], output);
        return output;
    }

    /** Sets {@code outputs[r]} to start + the product of row r with the weights of the output layer. */
    void addOutputs(PaddedMatrix values, double[] parameters, double start, double[] outputs) {
        int weights = shape.weights(shape.hiddenLayers());
        double[] v = values.values();
        for (int r = 0; r < rows; r++) {
            int row = r * values.stride();
            double sum = start;
            for (int i = 0; i < values.columns(); i++) {
                sum += v[row + i] * parameters[weights + i];
            }
            outputs[r] = sum;
        }
    }

    /**
     * Backward pass after a forward pass with the same parameters: adds the gradient of a loss by the parameters.
     *
     * @param weights the parameters
     * @param outputGradient ∂L/∂output of each atom, {@code [rows]}
     * @param gradient array that ∂L/∂parameters is added to, laid out like the parameters
     * @param start where the gradient of this network begins
     */
    public void backward(NetworkWeights weights, double[] outputGradient, double[] gradient, int start) {
        int hidden = shape.hiddenLayers();
        parameterGradient.addOutput(rows, inputsOf(hidden), outputGradient, gradient, start);
        if (hidden == 0) {
            return;
        }
        ensureRows(delta, nextDelta);
        spread(weights, outputGradient, delta);
        for (int layer = hidden - 1; layer >= 0; layer--) {
            multiply(delta, first[layer], delta);
            if (shape.batchNorm()) {
                normalizations[layer].backward(
                        rows, delta, weights.parameters(), shape.scales(layer), gradient, start + shape.scales(layer));
            }
            parameterGradient.addHidden(layer, rows, inputsOf(layer), delta, gradient, start);
            parameterGradient.addBiases(layer, rows, delta, gradient, start);
            if (layer > 0) {
                throughWeights(weights, layer, delta, nextDelta);
                PaddedMatrix swap = delta;
                delta = nextDelta;
                nextDelta = swap;
            }
        }
    }

    /**
     * Gradient of the outputs by the inputs, after a forward pass with the same parameters; for networks without batch normalization,
     * where the output of an atom depends on that atom alone.
     *
     * @param weights the parameters
     * @return ∂output/∂input, {@code [rows][inputs]}, valid until it is asked for again
     * @throws IllegalStateException if the network has batch normalization
     */
    public PaddedMatrix inputGradient(NetworkWeights weights) {
        if (shape.batchNorm()) {
            throw new IllegalStateException("the gradient by the inputs is that of the folded network");
        }
        int hidden = shape.hiddenLayers();
        ensureRows(inputGradient);
        if (hidden == 0) {
            inputGradient.fillRows(rows, weights.parameters(), shape.weights(0));
            return inputGradient;
        }
        ensureRows(delta);
        ensureRows(sensitivities);
        sensitivities[hidden - 1].fillRows(rows, weights.parameters(), shape.weights(hidden));
        for (int layer = hidden - 1; layer >= 0; layer--) {
            multiply(sensitivities[layer], first[layer], delta);
            throughWeights(weights, layer, delta, layer == 0 ? inputGradient : sensitivities[layer - 1]);
        }
        return inputGradient;
    }

    /** Row r of the target becomes the weights of the output layer times factor r. */
    void spread(NetworkWeights weights, double[] factors, PaddedMatrix target) {
        int start = shape.weights(shape.hiddenLayers());
        double[] w = weights.parameters();
        double[] t = target.values();
        for (int r = 0; r < rows; r++) {
            int row = r * target.stride();
            double factor = factors[r];
            for (int j = 0; j < target.columns(); j++) {
                t[row + j] = factor * w[start + j];
            }
        }
    }

    /** target = D Wᵀ of a hidden layer. */
    void throughWeights(NetworkWeights weights, int layer, PaddedMatrix values, PaddedMatrix target) {
        target.fill(rows, 0.0);
        kernels.addProduct(rows, values, weights.transposed(layer), target);
    }

    /** Element by element. */
    void multiply(PaddedMatrix a, PaddedMatrix b, PaddedMatrix target) {
        double[] left = a.values();
        double[] right = b.values();
        double[] product = target.values();
        int count = target.length(rows);
        for (int i = 0; i < count; i++) {
            product[i] = left[i] * right[i];
        }
    }

    /** What goes into a layer; of {@code hiddenLayers} it is what goes into the output layer. */
    PaddedMatrix inputsOf(int layer) {
        return layer == 0 ? input : activations[layer - 1];
    }

    PaddedMatrix first(int layer) {
        return first[layer];
    }

    PaddedMatrix second(int layer) {
        return second[layer];
    }

    /** ∂output/∂activation of a hidden layer, once the gradient by the inputs was asked for. */
    PaddedMatrix sensitivity(int layer) {
        return sensitivities[layer];
    }

    NetworkShape shape() {
        return shape;
    }

    NetworkKernels kernels() {
        return kernels;
    }

    boolean hasTangents() {
        return tangents;
    }

    int rows() {
        return rows;
    }
}
