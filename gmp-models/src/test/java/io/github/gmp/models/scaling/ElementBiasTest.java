package io.github.gmp.models.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.SyntheticData;
import io.github.gmp.toolkit.scaling.BiasKind;
import io.github.gmp.toolkit.scaling.ElementBias;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ElementBiasTest {
    private static final Element[] WATER = {Element.H, Element.H, Element.O};
    private static final Element[] PEROXIDE = {Element.H, Element.H, Element.O, Element.O};

    private final List<String> notes = new ArrayList<>();

    private static TrainingSet set(List<Element[]> compositions) {
        return new SyntheticData(1, 1, (element, features, start) -> 0)
                .bias(Element.H, -13.6)
                .bias(Element.O, -2041.3)
                .structures(compositions);
    }

    @Test
    void leastSquaresFindsTheBiasesOfIndependentCompositions() {
        ElementBias bias = ElementBias.fit(
                BiasKind.LEAST_SQUARES, Map.of(), set(List.of(WATER, PEROXIDE, WATER, PEROXIDE)), notes);

        assertThat(bias.energies().get(Element.H)).isCloseTo(-13.6, within(1e-9));
        assertThat(bias.energies().get(Element.O)).isCloseTo(-2041.3, within(1e-9));
        assertThat(notes).isEmpty();
    }

    /** One composition (2, 1): of all biases with 2 b_H + b_O = E, the shortest is E (2, 1) / 5. */
    @Test
    void leastSquaresTakesTheMinimumNormWhereCompositionsDoNotSuffice() {
        TrainingSet water = set(List.of(WATER, WATER, WATER));
        double energy = -2 * 13.6 - 2041.3;

        ElementBias bias = ElementBias.fit(BiasKind.LEAST_SQUARES, Map.of(), water, notes);

        assertThat(bias.energies().get(Element.H)).isCloseTo(0.4 * energy, within(1e-9));
        assertThat(bias.energies().get(Element.O)).isCloseTo(0.2 * energy, within(1e-9));
        assertThat(bias.residuals(water)).containsExactly(new double[3], within(1e-9));
        assertThat(notes)
                .containsExactly(
                        "the compositions of the training set determine only 1 of the 2 element biases (H, O): the "
                                + "smallest that fit were taken. Energies of compositions that are no combination of those in the "
                                + "training set are off by a constant");
    }

    @Test
    void fewerStructuresThanElementsAreFine() {
        TrainingSet one = set(List.<Element[]>of(PEROXIDE));

        assertThat(ElementBias.fit(BiasKind.LEAST_SQUARES, Map.of(), one, notes).residuals(one)[0])
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void givenBiasesMustCoverAllElements() {
        TrainingSet water = set(List.<Element[]>of(WATER));

        assertThatThrownBy(() -> ElementBias.fit(BiasKind.GIVEN, Map.of(Element.H, -13.0), water, notes))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "bias: given needs the energy of every element of the training set, but biases has none for O");
        assertThat(ElementBias.fit(
                                BiasKind.GIVEN,
                                Map.of(Element.H, -13.0, Element.O, -2000.0, Element.F, 1.0),
                                water,
                                notes)
                        .energies())
                .isEqualTo(Map.of(Element.H, -13.0, Element.O, -2000.0));
    }

    @Test
    void isolatedAtomsMustCoverAllElements() {
        TrainingSet training = set(List.of(WATER, new Element[] {Element.H}));

        assertThatThrownBy(() -> ElementBias.fit(BiasKind.ISOLATED, Map.of(), training, notes))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "bias: isolated needs the energy of an isolated atom of every element, as a structure of one atom in "
                                + "the training set or in biases; there is none for O");
        assertThat(ElementBias.fit(BiasKind.ISOLATED, Map.of(Element.O, -2000.0), training, notes)
                        .energies())
                .isEqualTo(Map.of(Element.H, -13.6, Element.O, -2000.0));
    }

    @Test
    void noneIsZero() {
        assertThat(ElementBias.fit(BiasKind.NONE, Map.of(), set(List.<Element[]>of(WATER)), notes)
                        .energies())
                .isEqualTo(Map.of(Element.H, 0.0, Element.O, 0.0));
    }
}
