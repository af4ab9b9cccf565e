package io.github.gmp.models.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.SyntheticData;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RidgeTrainerTest {
    private static final Element[] WATER = {Element.H, Element.H, Element.O};

    private static double linear(Element element, double[] features, int start) {
        return element == Element.H
                ? 0.5 * features[start] - 0.25 * features[start + 2]
                : -1.5 * features[start + 1] + 0.125 * features[start];
    }

    private static double shared(Element element, double[] features, int start) {
        return 0.5 * features[start] - 0.25 * features[start + 2];
    }

    private static RidgeTrainer trainer(boolean perElement, double... lambdas) {
        List<Double> list = new ArrayList<>();
        for (double lambda : lambdas) {
            list.add(lambda);
        }
        return new RidgeTrainer(
                new RidgeConfig(Optional.empty(), list, perElement, Optional.empty(), Optional.empty()));
    }

    @Test
    void findsTheCoefficientsOfALinearEnergy() {
        SyntheticData data = new SyntheticData(3, 4, RidgeTrainerTest::linear)
                .bias(Element.H, -13.6)
                .bias(Element.O, -2041.3);
        List<Element[]> compositions = new ArrayList<>();
        for (int s = 0; s < 60; s++) {
            compositions.add(s % 2 == 0 ? WATER : new Element[] {Element.O, Element.H});
        }
        TrainingSet training = data.structures(compositions);

        TrainingResult result =
                trainer(true, 1e-12).fit(training, data.structures(20, WATER), TrainingContext.silent(0));

        ModelState state = result.regressor().state();
        Matrix coefficients = state.tensors().get("coefficients");
        assertThat(coefficients.row(0)).containsExactly(new double[] {0.5, 0, -0.25, 0}, within(1e-8));
        assertThat(coefficients.row(1)).containsExactly(new double[] {0.125, -1.5, 0, 0}, within(1e-8));
        assertThat(result.history()).isEmpty();
        assertThat(result.notes()).isEmpty();
        assertThat(result.regressor().parameterCount()).isEqualTo(2 * 4 + 2);
        assertThat(result.regressor().operationsPerAtom()).isEqualTo(13);
    }

    /** λ acts on standardized columns: for one feature, w = ⟨x E⟩ / (⟨x²⟩ (1 + λ)) after composition is taken out. */
    @Test
    void lambdaIsRelativeToTheSpreadOfTheFeatures() {
        SyntheticData data = new SyntheticData(5, 3, (element, features, start) -> 3 * features[start]);
        TrainingSet varied = data.structures(40, Element.H);
        TrainingSet training = SyntheticData.withFeature(SyntheticData.withFeature(varied, 1, 7.0), 2, 0.0);

        TrainingResult result = trainer(false, 0.25).fit(training, training, TrainingContext.silent(0));

        double[] coefficients =
                result.regressor().state().tensors().get("coefficients").array();
        assertThat(coefficients).containsExactly(new double[] {3 / 1.25, 0, 0}, within(1e-12));
        assertThat(result.notes()).containsExactly("dropped 2 features without variation in the training set: 1, 2");
    }

    @Test
    void choosesTheStrengthThatValidatesBest() {
        SyntheticData data = new SyntheticData(7, 4, RidgeTrainerTest::shared);
        TrainingSet training = data.structures(50, WATER);
        TrainingSet validation = data.structures(30, WATER);

        List<String> notes = trainer(false, 10, 1e-10, 1e-1)
                .fit(training, validation, TrainingContext.silent(0))
                .notes();

        assertThat(notes).hasSize(2);
        assertThat(notes.get(0))
                .isEqualTo(
                        "the compositions of the training set determine only 1 of the 2 element biases (H, O): the smallest "
                                + "that fit were taken. Energies of compositions that are no combination of those in the training set "
                                + "are off by a constant");
        assertThat(notes.get(1)).startsWith("lambda 1.0E-10 was chosen of 3 (validation MAE ");
    }

    /** More columns than structures, and duplicated ones: the regularization makes the solution unique. */
    @Test
    void survivesMoreFeaturesThanStructuresAndDuplicates() {
        SyntheticData data = new SyntheticData(11, 40, (element, features, start) -> features[start]);
        TrainingSet set = data.structures(12, WATER);
        double[] values = set.features().array().clone();
        for (int atom = 0; atom < set.atoms(); atom++) {
            values[atom * 40 + 1] = values[atom * 40];
        }
        TrainingSet duplicated = new TrainingSet(
                Matrix.wrap(set.atoms(), 40, values), set.atomicNumbers(), set.offsets(), set.energies());

        double[] coefficients = trainer(false, 1e-6)
                .fit(duplicated, duplicated, TrainingContext.silent(0))
                .regressor()
                .state()
                .tensors()
                .get("coefficients")
                .array();

        assertThat(coefficients[0]).isGreaterThan(0.05).isCloseTo(coefficients[1], within(1e-9));
    }

    @Test
    void anEmptyListOfStrengthsIsRefused() {
        assertThatThrownBy(() -> new RidgeTrainer(
                        new RidgeConfig(Optional.empty(), List.of(), false, Optional.empty(), Optional.empty())))
                .isInstanceOf(ConfigException.class)
                .hasMessage("lambdas: got [], expected at least one strength, or lambda");
    }
}
