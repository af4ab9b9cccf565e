package io.github.gmp.models.ridge;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.model.TrainingGeometry;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Errors of a ridge regression on a set of structures.
 *
 * @param energyMae mean absolute error of the energy of a structure, eV
 * @param forceMae mean absolute error of the force components, eV/Å; empty if forces are not trained on
 * @param loss mean over structures of the loss that the coefficients minimize, without regularization, eV²
 */
record RidgeErrors(double energyMae, OptionalDouble forceMae, double loss) {
    /** What one structure adds. */
    private record Part(double energy, double force, int components, double loss) {}

    /**
     * {@return the errors of each model}
     *
     * @param regressors models to compare; the features of a structure are differentiated once for all of them
     * @param set structures
     * @param config weights of forces and stress
     * @param runner runs structures side by side
     */
    static List<RidgeErrors> of(
            List<RidgeRegressor> regressors, TrainingSet set, RidgeConfig config, TaskRunner runner) {
        Part[][] parts = new Part[set.structures()][];
        runner.run(parts.length, structure -> parts[structure] = parts(regressors, set, config, structure));
        RidgeErrors[] errors = new RidgeErrors[regressors.size()];
        for (int model = 0; model < errors.length; model++) {
            double energy = 0;
            double force = 0;
            long components = 0;
            double loss = 0;
            for (Part[] structure : parts) {
                energy += structure[model].energy();
                force += structure[model].force();
                components += structure[model].components();
                loss += structure[model].loss();
            }
            errors[model] = new RidgeErrors(
                    energy / parts.length,
                    components == 0 ? OptionalDouble.empty() : OptionalDouble.of(force / components),
                    loss / parts.length);
        }
        return List.of(errors);
    }

    private static Part[] parts(List<RidgeRegressor> regressors, TrainingSet set, RidgeConfig config, int structure) {
        int from = set.offsets()[structure];
        int to = set.offsets()[structure + 1];
        int columns = set.features().columns();
        Matrix features = Matrix.wrap(
                to - from, columns, Arrays.copyOfRange(set.features().array(), from * columns, to * columns));
        int[] numbers = Arrays.copyOfRange(set.atomicNumbers(), from, to);
        Optional<double[]> forces =
                config.forceWeight().flatMap(weight -> set.geometry().flatMap(g -> g.forces(structure)));
        Optional<double[]> strain =
                config.stressWeight().flatMap(weight -> set.geometry().flatMap(g -> g.strainGradient(structure)));
        Optional<DescriptorEvaluation> evaluation = forces.isPresent() || strain.isPresent()
                ? set.geometry().map((TrainingGeometry g) -> g.evaluation(structure))
                : Optional.empty();
        return regressors.stream()
                .map(regressor -> {
                    RegressorEvaluation predicted = regressor.evaluate(features, numbers);
                    double energy = Arrays.stream(predicted.atomicEnergies()).sum() - set.energies()[structure];
                    Part part = new Part(Math.abs(energy), 0, 0, energy * energy);
                    return evaluation
                            .map(e ->
                                    withGeometry(part, e.pullback(predicted.featureGradient()), forces, strain, config))
                            .orElse(part);
                })
                .toArray(Part[]::new);
    }

    private static Part withGeometry(
            Part energy,
            GeometryVector gradient,
            Optional<double[]> forces,
            Optional<double[]> strain,
            RidgeConfig config) {
        double absolute = 0;
        int components = 0;
        double loss = energy.loss();
        if (forces.isPresent()) {
            components = forces.get().length;
            double squares = 0;
            for (int k = 0; k < components; k++) {
                double error = -gradient.positions()[k] - forces.get()[k];
                absolute += Math.abs(error);
                squares += error * error;
            }
            loss += config.forceWeight().orElseThrow() * squares / components;
        }
        if (strain.isPresent()) {
            double squares = 0;
            for (int k = 0; k < strain.get().length; k++) {
                double error = (gradient.strain()[k] - strain.get()[k]) / gradient.atoms();
                squares += error * error;
            }
            loss += config.stressWeight().orElseThrow() * squares / strain.get().length;
        }
        return new Part(energy.energy(), absolute, components, loss);
    }
}
