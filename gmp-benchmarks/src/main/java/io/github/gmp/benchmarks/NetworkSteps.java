package io.github.gmp.benchmarks;

import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.network.Activation;
import io.github.gmp.models.network.KernelSelection;
import io.github.gmp.models.network.NetworkInitializer;
import io.github.gmp.models.network.NetworkPass;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.models.network.NetworkWeights;
import io.github.gmp.models.network.TangentPass;
import io.github.gmp.models.optimizer.Optimizer;
import io.github.gmp.models.optimizer.OptimizerKind;
import io.github.gmp.models.optimizer.WeightMatrix;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Steps of training on 256 frames of aspirin: 5,376 atoms, 84 features, three hidden layers of 50 tanh nodes. Chunks of 126 atoms as in
 * training. Nothing of the descriptor: features, and the directions that forces ask for, are given.
 */
final class NetworkSteps {
    static final int ROWS = 5376;
    private static final int CHUNK = 126;
    private static final int FEATURES = 84;
    private static final int NODES = 50;
    private static final int HIDDEN_LAYERS = 3;
    private static final double RATE = 1e-6;
    private static final double[] NO_STATISTICS = {};

    private final NetworkWeights weights;
    private final NetworkPass energyPass;
    private final NetworkPass forcePass;
    private final TangentPass tangentPass;
    private final Optimizer optimizer;
    private final double[] parameters;
    private final double[] gradient;
    private final double[] features;
    private final double[] directions;
    private final double[] outputWeights;
    private final double[] tangentWeights;

    NetworkSteps(KernelChoice choice, String optimizerName) {
        NetworkKernels kernels = KernelSelection.of(choice);
        NetworkShape shape = new NetworkShape(FEATURES, NODES, HIDDEN_LAYERS, Activation.TANH, false);
        SplittableRandom random = new SplittableRandom(1);
        parameters = new double[shape.parameterCount()];
        NetworkInitializer.parameters(shape, random, 1, parameters, 0);
        gradient = new double[parameters.length];
        weights = new NetworkWeights(shape);
        energyPass = new NetworkPass(shape, kernels, false);
        forcePass = new NetworkPass(shape, kernels, true);
        tangentPass = new TangentPass(forcePass);
        List<WeightMatrix> matrices = new ArrayList<>();
        for (int layer = 0; layer < HIDDEN_LAYERS; layer++) {
            matrices.add(new WeightMatrix(shape.weights(layer), shape.inputs(layer), NODES));
        }
        optimizer = OptimizerKind.valueOf(optimizerName.toUpperCase(Locale.ROOT))
                .create(new double[parameters.length], matrices, kernels, TaskRunner.sequential());
        features = random.doubles((long) ROWS * FEATURES, -1, 1).toArray();
        directions = random.doubles((long) ROWS * FEATURES, -1, 1).toArray();
        outputWeights = random.doubles(CHUNK, -1, 1).toArray();
        tangentWeights = random.doubles(CHUNK, -1, 1).toArray();
    }

    /** Forward, backward, optimizer. */
    double[] energyStep() {
        begin();
        for (int from = 0; from < ROWS; from += CHUNK) {
            int rows = Math.min(CHUNK, ROWS - from);
            energyPass.begin(rows).load(features, from * FEATURES, rows);
            energyPass.forward(weights, NO_STATISTICS, 0);
            energyPass.backward(weights, outputWeights, gradient, 0);
        }
        return end();
    }

    /** Forward, gradient by the inputs (for forces), tangents, gradient of outputs and tangents by the parameters, optimizer. */
    double[] energyAndForceStep() {
        begin();
        for (int from = 0; from < ROWS; from += CHUNK) {
            int rows = Math.min(CHUNK, ROWS - from);
            forcePass.begin(rows).load(features, from * FEATURES, rows);
            forcePass.forward(weights, NO_STATISTICS, 0);
            forcePass.inputGradient(weights);
            tangentPass.begin().load(directions, from * FEATURES, rows);
            tangentPass.forward(weights);
            tangentPass.backward(weights, outputWeights, tangentWeights, gradient, 0);
        }
        return end();
    }

    private void begin() {
        weights.load(parameters, 0);
        Arrays.fill(gradient, 0);
    }

    private double[] end() {
        optimizer.step(parameters, gradient, RATE);
        return parameters;
    }
}
