package io.github.gmp.models.training;

import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.PaddedMatrix;
import io.github.gmp.models.network.NetworkPass;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.toolkit.scaling.FeatureScaler;

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
    private final int[][] atomOfRow;
    private final PaddedMatrix[] inputs;
    private final double[][] outputGradients;
    private double[] sums = new double[0];
    private double[] sumGradients = new double[0];
    private int structures;

    /** @param tangents whether derivatives along directions of the features will be wanted */
    EnergyPass(
            NetworkShape shape,
            ElementGroups groups,
            List<FeatureScaler> scalers,
            NetworkKernels kernels,
            boolean tangents) {
        this.shape = shape;
        this.scalers = scalers;
        this.groupOf = groups.byAtomicNumber();
        this.passes = new NetworkPass[groups.count()];
        Arrays.setAll(passes, group -> new NetworkPass(shape, kernels, tangents));
        this.inputs = new PaddedMatrix[groups.count()];
        this.rows = new int[groups.count()];
        this.structureOfRow = new int[groups.count()][0];
        this.atomOfRow = new int[groups.count()][0];
        this.outputGradients = new double[groups.count()][0];
    }

    /** Gathers the scaled features of a batch. */
    void load(TrainingSet set, Batch batch) {
        int[] numbers = set.atomicNumbers();
        int[] offsets = set.offsets();
        structures = batch.size();
        Arrays.fill(rows, 0);
        for (int s = 0; s < structures; s++) {
            int structure = batch.structure(s);
            for (int atom = offsets[structure]; atom < offsets[structure + 1]; atom++) {
                rows[groupOf[numbers[atom]]]++;
            }
        }
        for (int group = 0; group < passes.length; group++) {
            inputs[group] = passes[group].begin(rows[group]);
            if (structureOfRow[group].length < rows[group]) {
                structureOfRow[group] = new int[rows[group]];
                atomOfRow[group] = new int[rows[group]];
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
        for (int s = 0; s < structures; s++) {
            int structure = batch.structure(s);
            for (int atom = offsets[structure]; atom < offsets[structure + 1]; atom++) {
                int group = groupOf[numbers[atom]];
                int row = rows[group]++;
                scalers.get(group)
                        .apply(features, atom * columns, inputs[group].values(), row * inputs[group].stride());
                structureOfRow[group][row] = s;
                atomOfRow[group][row] = atom - offsets[structure];
            }
        }
    }

    /** {@return the sum of the outputs of each structure's atoms, {@code [structures]} or longer} */
    double[] forward(Networks networks) {
        Arrays.fill(sums, 0, structures, 0.0);
        for (int group = 0; group < passes.length; group++) {
            if (rows[group] == 0) {
                continue;
            }
            double[] outputs = passes[group].forward(
                    networks.weights(group), networks.statistics(), group * shape.statisticsCount());
            for (int row = 0; row < rows[group]; row++) {
                sums[structureOfRow[group][row]] += outputs[row];
            }
        }
        return sums;
    }

    /** {@return the room for the derivative of a loss by each structure's sum, {@code [structures]} or longer} */
    double[] sumGradients() {
        return sumGradients;
    }

    /** {@return the number of groups of elements, each with a network of its own} */
    int groups() {
        return passes.length;
    }

    NetworkPass pass(int group) {
        return passes[group];
    }

    FeatureScaler scaler(int group) {
        return scalers.get(group);
    }

    /** {@return the number of atoms of a group in the batch} */
    int rows(int group) {
        return rows[group];
    }

    /** {@return the structure of an atom, from 0 within the batch} */
    int structureOfRow(int group, int row) {
        return structureOfRow[group][row];
    }

    /** {@return the atom's number within its structure} */
    int atomOfRow(int group, int row) {
        return atomOfRow[group][row];
    }

    /** {@return the derivative of the loss by the output of each atom of a group, {@code [rows]} or longer} */
    double[] outputGradients(int group) {
        for (int row = 0; row < rows[group]; row++) {
            outputGradients[group][row] = sumGradients[structureOfRow[group][row]];
        }
        return outputGradients[group];
    }

    /** Adds the gradient by the parameters of a loss with the derivatives {@link #sumGradients}. */
    void backward(Networks networks, double[] gradient) {
        for (int group = 0; group < passes.length; group++) {
            if (rows[group] > 0) {
                passes[group].backward(
                        networks.weights(group), outputGradients(group), gradient, group * shape.parameterCount());
            }
        }
    }
}
