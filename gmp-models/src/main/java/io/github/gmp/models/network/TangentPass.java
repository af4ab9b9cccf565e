package io.github.gmp.models.network;

import io.github.gmp.models.kernel.PaddedMatrix;

import java.util.Arrays;

/**
 * How the outputs of a {@link NetworkPass} change along a direction of the inputs, and the gradient by the parameters of a sum of outputs
 * and such changes: what training on forces needs, where ∂/∂w Σ_r g_r · t_r is wanted with g_r the gradient of output r by its inputs and
 * t_r a direction that does not depend on w. g_r · t_r is the change ẏ_r along t_r, so the second derivative is one pass forward and one
 * back; nothing of size parameters × inputs ever exists.
 *
 * <p>Forward, with ḣ_0 = t: ż_l = ḣ_l W_l, ḣ_{l+1} = f'(z_l) ż_l, ẏ = ḣ_L · w. Back, for Φ = Σ_r a_r y_r + b_r ẏ_r and with
 * s_{l+1} = ∂y/∂h_{l+1}, known from the gradient by the inputs: ∂Φ/∂ż_l = P_l = b s_{l+1} f'(z_l),
 * ∂Φ/∂z_l = Q_l = f'(z_l) ∂Φ/∂h_{l+1} + b s_{l+1} f''(z_l) ż_l, ∂Φ/∂h_l = Q_l W_lᵀ, ∂Φ/∂W_l = h_lᵀ Q_l + ḣ_lᵀ P_l.
 *
 * <p>The order of calls: {@code forward} and {@code inputGradient} of the network pass, {@link #begin}, {@link #forward},
 * {@link #backward}.
 */
public final class TangentPass {
    private final NetworkPass pass;
    private final NetworkShape shape;
    private final PaddedMatrix input;
    private final PaddedMatrix[] linear;
    private final PaddedMatrix[] activations;
    private final PaddedMatrix tangentDelta;
    private final ParameterGradient parameterGradient;
    private PaddedMatrix delta;
    private PaddedMatrix nextDelta;
    private double[] output = new double[0];

    /**
     * @param pass the pass that outputs come from, made for tangents
     * @throws IllegalArgumentException if it was not, or has batch normalization
     */
    public TangentPass(NetworkPass pass) {
        if (!pass.hasTangents() || pass.shape().batchNorm()) {
            throw new IllegalArgumentException(
                    "tangents need a pass that was made for tangents, of a network without batch normalization (the folded one)");
        }
        this.pass = pass;
        this.shape = pass.shape();
        this.input = new PaddedMatrix(0, shape.inputs());
        this.linear = new PaddedMatrix[shape.hiddenLayers()];
        this.activations = new PaddedMatrix[shape.hiddenLayers()];
        Arrays.setAll(linear, layer -> layer());
        Arrays.setAll(activations, layer -> layer());
        this.tangentDelta = layer();
        this.delta = layer();
        this.nextDelta = layer();
        this.parameterGradient = new ParameterGradient(shape, pass.kernels());
    }

    private PaddedMatrix layer() {
        return new PaddedMatrix(0, shape.nodes());
    }

    /** {@return the matrix to write the direction of each atom's (scaled) features to, {@code [rows][inputs]}} */
    public PaddedMatrix begin() {
        int rows = pass.rows();
        input.ensureRows(rows);
        if (output.length < rows) {
            output = new double[rows];
        }
        if (shape.hiddenLayers() > 0) {
            for (int layer = 0; layer < shape.hiddenLayers(); layer++) {
                linear[layer].ensureRows(rows);
                activations[layer].ensureRows(rows);
            }
            tangentDelta.ensureRows(rows);
            delta.ensureRows(rows);
            nextDelta.ensureRows(rows);
        }
        return input;
    }

    /**
     * {@return the change of each atom's output along its direction, {@code [rows]} or longer, valid until the next call}
     *
     * @param weights the parameters of the forward pass
     */
    public double[] forward(NetworkWeights weights) {
        int rows = pass.rows();
        for (int layer = 0; layer < shape.hiddenLayers(); layer++) {
            linear[layer].fill(rows, 0.0);
            pass.kernels().addProduct(rows, inputsOf(layer), weights.weights(layer), linear[layer]);
            pass.multiply(linear[layer], pass.first(layer), activations[layer]);
        }
        pass.addOutputs(inputsOf(shape.hiddenLayers()), weights.parameters(), 0.0, output);
        return output;
    }

    /**
     * Adds the gradient of Σ_r a_r output_r + b_r tangent_r by the parameters.
     *
     * @param weights the parameters of the forward pass
     * @param outputWeights a, {@code [rows]}
     * @param tangentWeights b, {@code [rows]}
     * @param gradient array that the gradient is added to, laid out like the parameters
     * @param start where the gradient of this network begins
     */
    public void backward(
            NetworkWeights weights, double[] outputWeights, double[] tangentWeights, double[] gradient, int start) {
        int rows = pass.rows();
        int hidden = shape.hiddenLayers();
        parameterGradient.addOutput(rows, pass.inputsOf(hidden), outputWeights, gradient, start);
        parameterGradient.addOutputWeights(rows, inputsOf(hidden), tangentWeights, gradient, start);
        if (hidden == 0) {
            return;
        }
        pass.spread(weights, outputWeights, delta);
        for (int layer = hidden - 1; layer >= 0; layer--) {
            throughActivation(layer, tangentWeights);
            parameterGradient.addHidden(
                    layer, rows, pass.inputsOf(layer), delta, inputsOf(layer), tangentDelta, gradient, start);
            parameterGradient.addBiases(layer, rows, delta, gradient, start);
            if (layer > 0) {
                pass.throughWeights(weights, layer, delta, nextDelta);
                PaddedMatrix swap = delta;
                delta = nextDelta;
                nextDelta = swap;
            }
        }
    }

    /** Makes P_l of the sensitivities and Q_l of ∂Φ/∂h_{l+1}. */
    private void throughActivation(int layer, double[] tangentWeights) {
        double[] first = pass.first(layer).values();
        double[] second = pass.second(layer).values();
        double[] sensitivity = pass.sensitivity(layer).values();
        double[] change = linear[layer].values();
        double[] q = delta.values();
        double[] p = tangentDelta.values();
        int stride = delta.stride();
        for (int r = 0; r < pass.rows(); r++) {
            double weight = tangentWeights[r];
            int end = (r + 1) * stride;
            for (int i = r * stride; i < end; i++) {
                double s = weight * sensitivity[i];
                p[i] = s * first[i];
                q[i] = q[i] * first[i] + s * second[i] * change[i];
            }
        }
    }

    private PaddedMatrix inputsOf(int layer) {
        return layer == 0 ? input : activations[layer - 1];
    }
}
