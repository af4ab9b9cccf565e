package io.github.gmp.models.training;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingGeometry;
import io.github.gmp.models.kernel.PaddedMatrix;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.models.network.TangentPass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Loss of energies, forces and stress (Eq. 5 of arXiv:2102.02390 with a term for the stress),
 *
 * <pre>L = mean_s { ℓ(ΔE) + β / (3N) Σ ℓ(ΔF) + γ / 9 Σ ℓ(Δ(∂E/∂ε) / N) }</pre>
 *
 * <p>No Jacobian exists at any time. With g_i = ∂E/∂G_i from the network, ∂E/∂(r, ε) = pullback(g). The gradient of the force and stress
 * terms by the parameters w is ∂/∂w Σ_i g_i(w) · t_i with t = pushforward(∂L/∂(∂E/∂(r, ε))), which is held constant: the derivative of the
 * outputs along t, differentiated by the parameters ({@link TangentPass}).
 */
final class GeometryLossPass implements StructurePass {
    private final LabeledSet data;
    private final TrainingGeometry geometry;
    private final NetworkShape shape;
    private final EnergyPass pass;
    private final TangentPass[] tangents;
    private final double[][] tangentWeights;
    /** Of each structure: how its features change. */
    private final List<Optional<DescriptorEvaluation>> evaluations = new ArrayList<>();
    /** Of each structure: the derivative of the mean loss by ∂E/∂(r, ε). */
    private final List<Optional<GeometryVector>> directions = new ArrayList<>();

    /** @param pass made for tangents, of networks without batch normalization */
    GeometryLossPass(LabeledSet data, TrainingGeometry geometry, NetworkShape shape, EnergyPass pass) {
        this.data = data;
        this.geometry = geometry;
        this.shape = shape;
        this.pass = pass;
        this.tangents = new TangentPass[pass.groups()];
        Arrays.setAll(tangents, group -> new TangentPass(pass.pass(group)));
        this.tangentWeights = new double[pass.groups()][0];
    }

    private boolean hasLabels(int structure) {
        return data.config().forceWeight().isPresent()
                        && geometry.forces(structure).isPresent()
                || data.config().stressWeight().isPresent()
                        && geometry.strainGradient(structure).isPresent();
    }

    @Override
    public BatchErrors forward(Networks networks, Batch part, int batchSize) {
        pass.load(data.set(), part);
        double[] outputs = pass.forward(networks);
        BatchErrors errors = data.energyErrors(outputs, part, batchSize, pass.sumGradients());
        List<double[]> featureGradients = featureGradients(networks, part);
        evaluations.clear();
        directions.clear();
        for (int s = 0; s < part.size(); s++) {
            int structure = part.structure(s);
            if (!hasLabels(structure)) {
                evaluations.add(Optional.empty());
                directions.add(Optional.empty());
                continue;
            }
            DescriptorEvaluation evaluation = geometry.evaluation(structure);
            GeometryVector gradient = evaluation.pullback(
                    Matrix.wrap(data.set().atoms(structure), shape.inputs(), featureGradients.get(s)));
            double[] positions = new double[gradient.positions().length];
            double[] strain = new double[gradient.strain().length];
            errors = errors.plus(forceErrors(structure, gradient, batchSize, positions))
                    .plus(stressErrors(structure, gradient, batchSize, strain));
            evaluations.add(Optional.of(evaluation));
            directions.add(Optional.of(new GeometryVector(positions, strain)));
        }
        return errors;
    }

    /** {@return ∂E/∂G of each structure, {@code [atoms][features]}} */
    private List<double[]> featureGradients(Networks networks, Batch part) {
        List<double[]> result = new ArrayList<>();
        for (int s = 0; s < part.size(); s++) {
            result.add(new double[data.set().atoms(part.structure(s)) * shape.inputs()]);
        }
        for (int group = 0; group < pass.groups(); group++) {
            if (pass.rows(group) == 0) {
                continue;
            }
            PaddedMatrix scaled = pass.pass(group).inputGradient(networks.weights(group));
            for (int row = 0; row < pass.rows(group); row++) {
                pass.scaler(group)
                        .applyToGradient(
                                scaled.values(),
                                row * scaled.stride(),
                                data.scale(),
                                result.get(pass.structureOfRow(group, row)),
                                pass.atomOfRow(group, row) * shape.inputs());
            }
        }
        return result;
    }

    /** @param derivatives receives the derivative of the mean loss by ∂E/∂r */
    private BatchErrors forceErrors(int structure, GeometryVector gradient, int batchSize, double[] derivatives) {
        Optional<double[]> forces = geometry.forces(structure);
        if (data.config().forceWeight().isEmpty() || forces.isEmpty()) {
            return BatchErrors.NONE;
        }
        double weight = data.config().forceWeight().get() / derivatives.length;
        double loss = 0;
        double absolute = 0;
        for (int k = 0; k < derivatives.length; k++) {
            double error = -gradient.positions()[k] - forces.get()[k];
            absolute += Math.abs(error);
            loss += weight * data.config().loss().value(error, data.config().huberDelta());
            derivatives[k] = -weight
                    * data.config().loss().derivative(error, data.config().huberDelta())
                    / batchSize;
        }
        return new BatchErrors(loss, 0, absolute, derivatives.length);
    }

    /** @param derivatives receives the derivative of the mean loss by ∂E/∂ε */
    private BatchErrors stressErrors(int structure, GeometryVector gradient, int batchSize, double[] derivatives) {
        Optional<double[]> labels = geometry.strainGradient(structure);
        if (data.config().stressWeight().isEmpty() || labels.isEmpty()) {
            return BatchErrors.NONE;
        }
        double weight = data.config().stressWeight().get() / derivatives.length;
        double perAtom = 1.0 / data.set().atoms(structure);
        double loss = 0;
        for (int k = 0; k < derivatives.length; k++) {
            double error = perAtom * (gradient.strain()[k] - labels.get()[k]);
            loss += weight * data.config().loss().value(error, data.config().huberDelta());
            derivatives[k] = weight
                    * perAtom
                    * data.config().loss().derivative(error, data.config().huberDelta())
                    / batchSize;
        }
        return new BatchErrors(loss, 0, 0, 0);
    }

    @Override
    public void backward(Networks networks, double[] gradient) {
        List<Optional<Matrix>> changes = new ArrayList<>();
        for (int s = 0; s < directions.size(); s++) {
            Optional<DescriptorEvaluation> evaluation = evaluations.get(s);
            changes.add(directions.get(s).flatMap(direction -> evaluation.map(e -> e.pushforward(direction))));
        }
        for (int group = 0; group < pass.groups(); group++) {
            int rows = pass.rows(group);
            if (rows == 0) {
                continue;
            }
            loadTangents(group, changes);
            tangents[group].forward(networks.weights(group));
            if (tangentWeights[group].length < rows) {
                tangentWeights[group] = new double[rows];
                Arrays.fill(tangentWeights[group], data.scale());
            }
            tangents[group].backward(
                    networks.weights(group),
                    pass.outputGradients(group),
                    tangentWeights[group],
                    gradient,
                    group * shape.parameterCount());
        }
    }

    private void loadTangents(int group, List<Optional<Matrix>> changes) {
        PaddedMatrix target = tangents[group].begin();
        for (int row = 0; row < pass.rows(group); row++) {
            int to = row * target.stride();
            Optional<Matrix> change = changes.get(pass.structureOfRow(group, row));
            if (change.isPresent()) {
                int from = pass.atomOfRow(group, row) * shape.inputs();
                pass.scaler(group).applyToChange(change.get().array(), from, target.values(), to);
            } else {
                Arrays.fill(target.values(), to, to + shape.inputs(), 0.0);
            }
        }
    }
}
