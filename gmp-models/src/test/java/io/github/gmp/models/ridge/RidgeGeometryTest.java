package io.github.gmp.models.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.LinearGeometry;
import io.github.gmp.models.SyntheticData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Ridge regression on forces and stress. */
class RidgeGeometryTest {
    private static final Element[] WATER = {Element.H, Element.H, Element.O};
    private static final double WEAK = 1e-12;

    private static RidgeConfig config(boolean perElement, double... weights) {
        return new RidgeConfig(
                Optional.of(WEAK),
                List.of(),
                perElement,
                Optional.of(weights[0]),
                weights.length > 1 ? Optional.of(weights[1]) : Optional.empty());
    }

    /** Coefficients of H and O; the same for both unless per element. */
    private static Map<Integer, double[]> coefficients(int features, boolean perElement) {
        SplittableRandom random = new SplittableRandom(features);
        double[] hydrogen = random.doubles(features, -1, 1).toArray();
        double[] oxygen = perElement ? random.doubles(features, -1, 1).toArray() : hydrogen;
        return Map.of(1, hydrogen, 8, oxygen);
    }

    private static TrainingSet water(int structures, Map<Integer, double[]> coefficients) {
        int features = coefficients.get(1).length;
        TrainingSet set = new SyntheticData(17, features, (element, values, start) -> {
                    double[] row = coefficients.get(element.atomicNumber());
                    return IntStream.range(0, features)
                            .mapToDouble(k -> row[k] * values[start + k])
                            .sum();
                })
                .bias(Element.O, -2041.3)
                .structures(structures, WATER);
        return LinearGeometry.addConsistent(set, 23, coefficients);
    }

    /**
     * Six structures, four with labels of 9 forces and 9 components of strain: enough for 20 coefficients, which six energies are not.
     * Up to 8 columns, derivatives come from pullbacks, with 20 columns from pushforwards.
     */
    @ParameterizedTest
    @CsvSource({"4, false, false", "20, false, false", "20, false, true", "10, true, true", "4, true, false"})
    void findsTheCoefficientsOfALinearEnergyFromFewStructures(int features, boolean perElement, boolean stress) {
        Map<Integer, double[]> expected = coefficients(features, perElement);
        TrainingSet set = water(6, expected);
        RidgeConfig config = stress ? config(perElement, 10, 3) : config(perElement, 10);

        ModelState state = new RidgeTrainer(config)
                .fit(set, set, TrainingContext.silent(0))
                .regressor()
                .state();

        Matrix found = state.tensors().get("coefficients");
        for (int group = 0; group < found.rows(); group++) {
            assertThat(found.row(group))
                    .containsExactly(List.of(expected.get(1), expected.get(8)).get(group), within(1e-7));
        }
    }

    /**
     * With labels that no coefficients fit, those found are a minimum of the loss: it does not change to first order in any of them, though
     * it does to second order. The loss is computed by pullbacks of the whole gradient, the coefficients from rows of the Jacobian.
     */
    @ParameterizedTest
    @CsvSource({"3, false", "3, true", "25, false", "12, true"})
    void theCoefficientsMinimizeTheLossOfEnergiesForcesAndStress(int features, boolean perElement) {
        TrainingSet set =
                LinearGeometry.addTo(new SyntheticData(5, features, SyntheticData::smooth).structures(40, WATER), 29);
        RidgeConfig config = config(perElement, 0.7, 1.3);
        ModelState state = new RidgeTrainer(config)
                .fit(set, set, TrainingContext.silent(0))
                .regressor()
                .state();

        Matrix coefficients = state.tensors().get("coefficients");
        double least = loss(state, set, config);
        assertThat(least).isGreaterThan(0.1);
        for (int k = 0; k < coefficients.array().length; k++) {
            double up = loss(moved(state, k, 0.1), set, config) - least;
            double down = loss(moved(state, k, -0.1), set, config) - least;
            assertThat(up).as("curvature along coefficient %d", k).isGreaterThan(1e-3);
            assertThat(up - down).as("slope along coefficient %d", k).isCloseTo(0, within(1e-8));
        }
    }

    private static double loss(ModelState state, TrainingSet set, RidgeConfig config) {
        return RidgeErrors.of(List.of(RidgeRegressor.restore(state)), set, config, TaskRunner.sequential())
                .get(0)
                .loss();
    }

    private static ModelState moved(ModelState state, int k, double step) {
        Matrix coefficients = state.tensors().get("coefficients");
        double[] values = coefficients.array().clone();
        values[k] += step;
        Map<String, Matrix> tensors = new TreeMap<>(state.tensors());
        tensors.put("coefficients", Matrix.wrap(coefficients.rows(), coefficients.columns(), values));
        return new ModelState(state.attributes(), tensors);
    }

    /** The loss by its formula, for one structure and a model that predicts zero. */
    @Test
    void theLossIsEquationFiveWithSquares() {
        Map<Integer, double[]> zero = Map.of(1, new double[3], 8, new double[3]);
        TrainingSet exact = water(1, zero);
        ModelState state = new RidgeTrainer(config(false, 1))
                .fit(water(6, coefficients(3, false)), water(6, coefficients(3, false)), TrainingContext.silent(0))
                .regressor()
                .state();
        Map<String, Matrix> tensors = new TreeMap<>();
        state.tensors().forEach((name, tensor) -> tensors.put(name, Matrix.zeros(tensor.rows(), tensor.columns())));
        RidgeRegressor nothing = RidgeRegressor.restore(new ModelState(state.attributes(), tensors));
        TrainingSet labeled = LinearGeometry.addTo(exact, 31);
        double[] forces = labeled.geometry().orElseThrow().forces(0).orElseThrow();
        double[] strain = labeled.geometry().orElseThrow().strainGradient(0).orElseThrow();
        double expected = labeled.energies()[0] * labeled.energies()[0];
        double absolute = 0;
        for (int k = 0; k < 9; k++) {
            expected += 2.0 / 9 * forces[k] * forces[k] + 5.0 / 9 * strain[k] / 3 * (strain[k] / 3);
            absolute += Math.abs(forces[k]) / 9;
        }

        RidgeErrors errors = RidgeErrors.of(List.of(nothing), labeled, config(false, 2, 5), TaskRunner.sequential())
                .get(0);

        assertThat(errors.loss()).isCloseTo(expected, within(1e-6));
        assertThat(errors.energyMae()).isEqualTo(Math.abs(labeled.energies()[0]));
        assertThat(errors.forceMae().orElseThrow()).isCloseTo(absolute, within(1e-12));
    }

    /** Several blocks of rows and several tiles of columns. */
    @Test
    void theOrderOfTasksDoesNotChangeABit() {
        TrainingSet set =
                LinearGeometry.addTo(new SyntheticData(5, 70, SyntheticData::smooth).structures(400, WATER), 29);
        TaskRunner backwards = (tasks, task) -> {
            for (int index = tasks - 1; index >= 0; index--) {
                task.accept(index);
            }
        };
        RidgeTrainer trainer = new RidgeTrainer(config(true, 1));

        ModelState expected =
                trainer.fit(set, set, TrainingContext.silent(0)).regressor().state();
        ModelState actual = trainer.fit(set, set, new TrainingContext(0, backwards, epoch -> {}, () -> false))
                .regressor()
                .state();

        assertThat(actual.tensors()).isEqualTo(expected.tensors());
    }

    @Test
    void theStrengthIsChosenWithTheForces() {
        TrainingSet training = water(6, coefficients(20, false));
        RidgeConfig config =
                new RidgeConfig(Optional.empty(), List.of(1e-1, 1e-10), false, Optional.of(10.0), Optional.empty());

        TrainingResult result = new RidgeTrainer(config).fit(training, training, TrainingContext.silent(0));

        assertThat(result.notes().get(result.notes().size() - 1))
                .matches("lambda 1.0E-10 was chosen of 2 \\(validation MAE \\S+ meV and \\S+ meV/Å\\)");
        assertThat(new RidgeTrainer(config).usesGeometry()).isTrue();
    }

    @Test
    void missingLabelsAreAnError() {
        TrainingSet without = new SyntheticData(5, 4, SyntheticData::smooth).structures(4, WATER);
        assertThatThrownBy(() -> new RidgeTrainer(config(false, 1)).fit(without, without, TrainingContext.silent(0)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "forceWeight is set, but no structure of the training set has forces; add them to the data or"
                                + " remove forceWeight");
    }
}
