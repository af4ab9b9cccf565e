package io.github.gmp.models.ridge;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.toolkit.scaling.CompositionSolver;
import io.github.gmp.toolkit.scaling.ElementBias;
import io.github.gmp.toolkit.scaling.FeatureIndices;
import io.github.gmp.toolkit.training.TrainingChecks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Solves ridge regression, on energies and, if asked to, forces and stress, for one or several strengths of regularization and keeps the one that validates best. */
public final class RidgeTrainer implements RegressorTrainer {
    /** The name of the component. */
    public static final String TYPE = "ridge";

    private final RidgeConfig config;

    /**
     * @param config how to fit
     * @throws ConfigException if there is no strength of regularization
     */
    public RidgeTrainer(RidgeConfig config) {
        if (config.lambda().isEmpty() && config.lambdas().isEmpty()) {
            throw ConfigException.invalid("lambdas", "[]", "at least one strength, or lambda");
        }
        this.config = config;
    }

    @Override
    public TrainingResult fit(TrainingSet training, TrainingSet validation, TrainingContext context) {
        TrainingChecks.check(training, validation);
        TrainingChecks.requireLabels(training, "training", config.forceWeight(), config.stressWeight());
        TrainingChecks.requireLabels(validation, "validation", config.forceWeight(), config.stressWeight());
        List<String> notes = new ArrayList<>();
        CompositionSolver compositions = new CompositionSolver(training);
        List<Element> elements = compositions.elements();
        int[] groupOf = RidgeModel.groupByAtomicNumber(elements, config.perElement());
        int groups = config.perElement() ? elements.size() : 1;
        RidgeProblem problem = new RidgeProblem(training, groupOf, groups, compositions, config, context.runner());
        noteDropped(problem.dropped(), training.features().columns(), elements, notes);
        // From strong to weak, so that of equally good ones the strongest is kept.
        List<Double> strengths = config.lambda().map(List::of).orElse(config.lambdas()).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Double> solved = new ArrayList<>();
        List<RidgeRegressor> regressors = new ArrayList<>();
        List<String> biasNotes = new ArrayList<>();
        for (double strength : strengths) {
            Optional<double[]> coefficients = problem.solve(strength);
            if (coefficients.isEmpty()) {
                notes.add("lambda " + strength + " was skipped: the normal equations are singular to rounding");
                continue;
            }
            biasNotes.clear();
            solved.add(strength);
            regressors.add(new RidgeRegressor(new RidgeModel(
                    elements,
                    config.perElement(),
                    coefficients.get(),
                    problem.centers(),
                    bias(training, coefficients.get(), problem.centers(), groupOf, compositions, biasNotes))));
        }
        notes.addAll(biasNotes);
        List<RidgeErrors> errors = RidgeErrors.of(regressors, validation, config, context.runner());
        int best = best(errors)
                .orElseThrow(() -> new GmpException("ridge regression has no solution with lambda " + strengths
                        + ": the normal equations are singular to rounding; use a larger lambda"));
        if (strengths.size() > 1) {
            notes.add("lambda " + solved.get(best) + " was chosen of " + strengths.size() + " (validation MAE "
                    + text(errors.get(best)) + ")");
        }
        return new TrainingResult(regressors.get(best), List.of(), notes);
    }

    @Override
    public Set<TrainingLabel> labels() {
        return TrainingChecks.labels(config.forceWeight(), config.stressWeight());
    }

    @Override
    public OptionalDouble operationsPerAtom(int features) {
        return OptionalDouble.of(RidgeRegressor.operationsPerAtom(features));
    }

    @Override
    public RegressorTrainer onEnergiesOnly() {
        return new RidgeTrainer(new RidgeConfig(
                config.lambda(), config.lambdas(), config.perElement(), Optional.empty(), Optional.empty()));
    }

    /** {@return the index of the smallest error, the first of equal ones} */
    private OptionalInt best(List<RidgeErrors> errors) {
        OptionalInt best = OptionalInt.empty();
        double smallest = Double.POSITIVE_INFINITY;
        for (int model = 0; model < errors.size(); model++) {
            double error = config.usesGeometry()
                    ? errors.get(model).loss()
                    : errors.get(model).energyMae();
            if (error < smallest) {
                smallest = error;
                best = OptionalInt.of(model);
            }
        }
        return best;
    }

    private static String text(RidgeErrors errors) {
        String energy = String.format(Locale.ROOT, "%.3g meV", 1e3 * errors.energyMae());
        return errors.forceMae().isPresent()
                ? energy
                        + String.format(
                                Locale.ROOT,
                                " and %.3g meV/Å",
                                1e3 * errors.forceMae().getAsDouble())
                : energy;
    }

    /** The unregularized biases for given coefficients: least squares of what the features leave on the compositions. */
    private static ElementBias bias(
            TrainingSet set,
            double[] coefficients,
            double[] centers,
            int[] groupOf,
            CompositionSolver compositions,
            List<String> notes) {
        int features = set.features().columns();
        double[] values = set.features().array();
        double[] remainders = set.energies().clone();
        for (int s = 0; s < remainders.length; s++) {
            for (int atom = set.offsets()[s]; atom < set.offsets()[s + 1]; atom++) {
                int start = groupOf[set.atomicNumbers()[atom]] * features;
                for (int k = 0; k < features; k++) {
                    remainders[s] -= coefficients[start + k] * (values[atom * features + k] - centers[start + k]);
                }
            }
        }
        return ElementBias.leastSquares(compositions, remainders, notes);
    }

    private void noteDropped(List<Integer> dropped, int features, List<Element> elements, List<String> notes) {
        int groups = config.perElement() ? elements.size() : 1;
        for (int group = 0; group < groups; group++) {
            int start = group * features;
            List<Integer> indices = dropped.stream()
                    .filter(k -> k >= start && k < start + features)
                    .map(k -> k - start)
                    .toList();
            if (!indices.isEmpty()) {
                notes.add("dropped " + indices.size() + (indices.size() == 1 ? " feature" : " features")
                        + (config.perElement() ? " of element " + elements.get(group) : "")
                        + " without variation in the training set: " + FeatureIndices.text(indices));
            }
        }
    }

    @Override
    public Regressor restore(ModelState state) {
        return regressor(state);
    }

    /**
     * {@return the regressor, which needs no configuration}
     *
     * @param state state of a regressor
     * @throws DataException if it is not one of these regressors
     */
    public static Regressor regressor(ModelState state) {
        return RidgeRegressor.restore(state);
    }
}
