package io.github.gmp.models.training;

import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.PaddedMatrix;
import io.github.gmp.models.network.NetworkPass;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.models.network.NetworkWeights;
import io.github.gmp.models.scaling.FeatureScaler;

import java.util.Arrays;
import java.util.List;

/**
 * Energies of a batch of structures as sums over the networks' outputs, and the gradient by all networks' parameters. Networks of
 * different groups have the same shape; their parameters and statistics lie one after the other.
 */
final class EnergyPass {
    private final NetworkShape shape;
    private final List<FeatureScaler> scalers;
    private final int[] groupOf;
    private final NetworkPass[] passes;
    private final int[] rows;
    private final int[][] structureOfRow;
    private final PaddedMatrix[] inputs;
    private final double[][] outputGradients;
    private double[] sums = new double[0];
    private double[] sumGradients = new double[0];
    private int structures;

    EnergyPass(NetworkShape shape, ElementGroups groups, List<FeatureScaler> scalers, NetworkKernels kernels) {
        this.shape = shape;
        this.scalers = scalers;
        this.groupOf = groups.byAtomicNumber();
        this.passes = new NetworkPass[groups.count()];
        Arrays.setAll(passes, group -> new NetworkPass(shape, kernels, false));
        this.inputs = new PaddedMatrix[groups.count()];
        this.rows = new int[groups.count()];
        this.structureOfRow = new int[groups.count()][0];
        this.outputGradients = new double[groups.count()][0];
    }

    /** Gathers the scaled features of structures {@code order[from … to − 1]} as one batch. */
    void load(TrainingSet set, int[] order, int from, int to) {
        int[] numbers = set.atomicNumbers();
        int[] offsets = set.offsets();
        structures = to - from;
        Arrays.fill(rows, 0);
        for (int s = from; s < to; s++) {
            for (int atom = offsets[order[s]]; atom < offsets[order[s] + 1]; atom++) {
                rows[groupOf[numbers[atom]]]++;
            }
        }
        for (int group = 0; group < passes.length; group++) {
            inputs[group] = passes[group].begin(rows[group]);
            if (structureOfRow[group].length < rows[group]) {
                structureOfRow[group] = new int[rows[group]];
                outputGradients[group] = new double[rows[group]];
            }
        }
        if (sums.length < structures) {
            sums = new double[structures];
            sumGradients = new double[structures];
        }
        int columns = shape.inputs();
        double[] features = set.features().array();
        Arrays.fill(rows, 0);
        for (int s = from; s < to; s++) {
            for (int atom = offsets[order[s]]; atom < offsets[order[s] + 1]; atom++) {
                int group = groupOf[numbers[atom]];
                int row = rows[group]++;
                scalers.get(group)
                        .apply(features, atom * columns, inputs[group].values(), row * inputs[group].stride());
                structureOfRow[group][row] = s - from;
            }
        }
    }

    /** @return the sum of the outputs of each structure's atoms, {@code [structures]} or longer */
    double[] forward(List<NetworkWeights> weights, double[] statistics) {
        Arrays.fill(sums, 0, structures, 0.0);
        for (int group = 0; group < passes.length; group++) {
            if (rows[group] == 0) {
                continue;
            }
            double[] outputs = passes[group].forward(weights.get(group), statistics, group * shape.statisticsCount());
            for (int row = 0; row < rows[group]; row++) {
                sums[structureOfRow[group][row]] += outputs[row];
            }
        }
        return sums;
    }

    /** @return room for the derivative of a loss by each structure's sum, {@code [structures]} or longer */
    double[] sumGradients() {
        return sumGradients;
    }

    /** Adds the gradient by the parameters of a loss with the given derivative by each structure's sum. */
    void backward(List<NetworkWeights> weights, double[] sumGradient, double[] gradient) {
        for (int group = 0; group < passes.length; group++) {
            if (rows[group] == 0) {
                continue;
            }
            for (int row = 0; row < rows[group]; row++) {
                outputGradients[group][row] = sumGradient[structureOfRow[group][row]];
            }
            passes[group].backward(
                    weights.get(group), outputGradients[group], gradient, group * shape.parameterCount());
        }
    }
}
