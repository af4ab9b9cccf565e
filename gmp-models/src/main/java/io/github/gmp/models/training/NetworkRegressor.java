package io.github.gmp.models.training;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.PaddedMatrix;
import io.github.gmp.models.network.KernelSelection;
import io.github.gmp.models.network.NetworkPass;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.models.network.NetworkWeights;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A trained SNN or HDNN: E_i = bias(Z_i) + shift + scale · network(x_i), x_i the scaled features. Batch normalization acts with its
 * running statistics and is folded into the weights.
 */
final class NetworkRegressor implements Regressor {
    private final String type;
    private final NetworkModel model;
    private final NetworkShape foldedShape;
    private final List<NetworkWeights> weights;
    private final NetworkKernels kernels;
    private final int[] groupOf;
    private final double[] biasOf;

    NetworkRegressor(String type, NetworkModel model) {
        this.type = type;
        this.model = model;
        this.foldedShape = model.shape().folded();
        double[] parameters = model.foldedParameters();
        this.weights = IntStream.range(0, model.groups().count())
                .mapToObj(
                        group -> new NetworkWeights(foldedShape).load(parameters, group * foldedShape.parameterCount()))
                .toList();
        this.kernels = KernelSelection.of(KernelChoice.ofProcess());
        this.groupOf = model.groups().byAtomicNumber();
        this.biasOf = model.bias().byAtomicNumber();
    }

    static NetworkRegressor restore(String type, boolean perElement, ModelState state) {
        return new NetworkRegressor(type, NetworkStates.read(type, perElement, state));
    }

    @Override
    public int featureCount() {
        return model.shape().inputs();
    }

    @Override
    public Set<Element> elements() {
        return EnumSet.copyOf(model.groups().elements());
    }

    @Override
    public long parameterCount() {
        return (long) model.groups().count() * model.shape().parameterCount();
    }

    @Override
    public double operationsPerAtom() {
        return model.shape().operations();
    }

    @Override
    public RegressorEvaluation evaluate(Matrix features, int[] atomicNumbers) {
        if (features.columns() != featureCount() || features.rows() != atomicNumbers.length) {
            throw new IllegalArgumentException("features " + features + " for " + atomicNumbers.length
                    + " atoms; expected " + featureCount() + " features");
        }
        model.groups().requireKnown(atomicNumbers);
        return new Evaluation(features, atomicNumbers);
    }

    @Override
    public ModelState state() {
        return NetworkStates.write(type, model);
    }

    /** Energies at once; the gradient when asked for, from the activations of the forward pass. */
    private final class Evaluation implements RegressorEvaluation {
        private final int[][] atomsOfGroup = new int[model.groups().count()][];
        private final NetworkPass[] passes = new NetworkPass[atomsOfGroup.length];
        private final double[] energies;

        Evaluation(Matrix features, int[] atomicNumbers) {
            int columns = featureCount();
            energies = new double[atomicNumbers.length];
            for (int group = 0; group < passes.length; group++) {
                int wanted = group;
                int[] atoms = IntStream.range(0, atomicNumbers.length)
                        .filter(atom -> groupOf[atomicNumbers[atom]] == wanted)
                        .toArray();
                atomsOfGroup[group] = atoms;
                passes[group] = new NetworkPass(foldedShape, kernels, false);
                PaddedMatrix input = passes[group].begin(atoms.length);
                for (int row = 0; row < atoms.length; row++) {
                    model.scalers()
                            .get(group)
                            .apply(features.array(), atoms[row] * columns, input.values(), row * input.stride());
                }
                double[] outputs = passes[group].forward(weights.get(group), model.statistics(), 0);
                for (int row = 0; row < atoms.length; row++) {
                    energies[atoms[row]] = biasOf[atomicNumbers[atoms[row]]]
                            + model.target().shift()
                            + model.target().scale() * outputs[row];
                }
            }
        }

        @Override
        public double[] atomicEnergies() {
            return energies.clone();
        }

        @Override
        public Matrix featureGradient() {
            int columns = featureCount();
            double[] gradient = new double[energies.length * columns];
            for (int group = 0; group < passes.length; group++) {
                int[] atoms = atomsOfGroup[group];
                PaddedMatrix scaled = passes[group].inputGradient(weights.get(group));
                for (int row = 0; row < atoms.length; row++) {
                    model.scalers()
                            .get(group)
                            .applyToGradient(
                                    scaled.values(),
                                    row * scaled.stride(),
                                    model.target().scale(),
                                    gradient,
                                    atoms[row] * columns);
                }
            }
            return Matrix.wrap(energies.length, columns, gradient);
        }
    }
}
