package io.github.gmp.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.Species;
import io.github.gmp.api.multipole.density.SpeciesSelector;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.SelectedConfig.State;
import io.github.gmp.density.SingleGaussianConfig.Shape;
import io.github.gmp.testkit.DensitySourceContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources made of other sources, and the one that needs none. */
class ComposedSourcesTest {
    private static final GaussianMixture NEUTRAL = GaussianMixture.of(8, 2);
    private static final GaussianMixture TWO_PLUS = GaussianMixture.of(7, 3);
    private static final GaussianMixture THREE_PLUS = GaussianMixture.of(6, 4);
    private static final GaussianMixture OXYGEN = GaussianMixture.of(1, 1);
    private static final GaussianMixture CERIUM = GaussianMixture.of(2, 1);

    private static final DensitySource BASE =
            new GaussianTable("'base'", Map.of(Element.O, OXYGEN, Element.Fe, NEUTRAL));

    private static final PreparedSources HOST = new PreparedSources(Map.of(
            "base", BASE,
            "fe2", new GaussianTable("fe2.json", Map.of(Element.Fe, TWO_PLUS)),
            "fe3", new GaussianTable("fe3.json", Map.of(Element.Fe, THREE_PLUS)),
            "ce", new GaussianTable("ce.json", Map.of(Element.Ce, CERIUM)),
            "ions",
                    selected(
                            Map.of("Fe", List.of(state(2, "fe2"))),
                            new PreparedSources(Map.of(
                                    "base",
                                    BASE,
                                    "fe2",
                                    new GaussianTable("fe2.json", Map.of(Element.Fe, TWO_PLUS)))))));

    private static State state(double value, String type) {
        return new State(value, Optional.of(PreparedSources.spec(type)));
    }

    private static DensitySource selected(Map<String, List<State>> species, PreparedSources host) {
        return SelectedDensities.of(new SelectedConfig("charge", PreparedSources.spec("base"), species, 0.01), host);
    }

    private static DensitySource layered(String... types) {
        return LayeredDensities.of(
                new LayeredConfig(
                        Arrays.stream(types).map(PreparedSources::spec).toList()),
                HOST);
    }

    private static DensitySource ions() {
        return selected(Map.of("Fe", List.of(new State(0, Optional.empty()), state(3, "fe3"), state(2, "fe2"))), HOST);
    }

    private static DensitySource single(double widthPerRadius, Map<String, Shape> elements) {
        return SingleGaussians.of(new SingleGaussianConfig(widthPerRadius, elements), HOST);
    }

    @Test
    void theFirstLayerThatHasAnElementDecides() {
        DensitySource source = layered("fe2", "ce", "base");

        assertThat(source.elements()).containsExactly(Element.O, Element.Fe, Element.Ce);
        assertThat(source.density(Element.Fe)).isEqualTo(TWO_PLUS);
        assertThat(source.density(Element.Ce)).isEqualTo(CERIUM);
        assertThat(source.density(Element.O)).isEqualTo(OXYGEN);
        assertThat(layered("base", "fe2").density(Element.Fe)).isEqualTo(NEUTRAL);
        assertThatThrownBy(() -> source.density(Element.La))
                .isInstanceOf(DataException.class)
                .hasMessage("the density table of 3 layers has no element La; it has O Fe Ce");
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> layered())
                .isInstanceOf(ConfigException.class)
                .hasMessage("sources: got [], expected one or more density sources");
        assertThatThrownBy(() -> layered("base", "ions"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("sources[1]: got ions, expected a source with one density per element; put 'layered' into"
                        + " the base of 'selected' instead");
    }

    @Test
    void everyValueHasItsOwnDensity() {
        DensitySource source = ions();

        assertThat(source.selector())
                .contains(new SpeciesSelector("charge", 0.01, Map.of(Element.Fe, List.of(0.0, 2.0, 3.0))));
        assertThat(source.density(Species.of(Element.Fe, 0))).isEqualTo(NEUTRAL);
        assertThat(source.density(Species.of(Element.Fe, 2))).isEqualTo(TWO_PLUS);
        assertThat(source.density(Species.of(Element.Fe, 3))).isEqualTo(THREE_PLUS);
        assertThat(source.density(Species.of(Element.O))).isEqualTo(OXYGEN);
        assertThat(source.density(Element.Fe)).isEqualTo(NEUTRAL);
        assertThatThrownBy(() -> source.density(Species.of(Element.Fe, 1)))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no density of Fe with charge = 1.0; there are those of Fe with [0.0, 2.0, 3.0]");
    }

    @Test
    void statesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> selected(Map.of("fe", List.of(state(2, "fe2"))), HOST))
                .isInstanceOf(ConfigException.class)
                .hasMessage("species.fe: got fe, expected an element of the base: unknown element 'fe'; did you mean"
                        + " 'Fe'?");
        assertThatThrownBy(() -> selected(Map.of("Ce", List.of(state(4, "ce"))), HOST))
                .isInstanceOf(ConfigException.class)
                .hasMessage("species.Ce: got Ce, expected an element of the base: the density table 'base' has no"
                        + " element Ce; it has O Fe");
        assertThatThrownBy(() -> selected(Map.of("O", List.of(state(-2, "fe2"))), HOST))
                .isInstanceOf(DataException.class)
                .hasMessage("the density table fe2.json has no element O; it has Fe");
        assertThatThrownBy(() -> selected(Map.of("Fe", List.of(state(2, "ions"))), HOST))
                .isInstanceOf(ConfigException.class)
                .hasMessage("species.Fe: got ions, expected sources with one density per element");
        assertThatThrownBy(() -> selected(Map.of("Fe", List.of(state(2, "fe2"), state(2, "fe3"))), HOST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fe has the value 2.0 twice; give it once");
        assertThatThrownBy(() -> selected(Map.of("Fe", List.of()), HOST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fe has the values []; one or more finite numbers were expected");
        assertThatThrownBy(() -> SelectedDensities.of(
                        new SelectedConfig("charge", PreparedSources.spec("ions"), Map.of(), 0.01), HOST))
                .isInstanceOf(ConfigException.class)
                .hasMessage("base: got ions, expected a source with one density per element");
    }

    @Test
    void aSingleGaussianHasTheElectronsAndWidthAskedFor() {
        DensitySource source = single(0.5, Map.of("O", new Shape(Optional.of(6.0), Optional.of(0.4))));

        assertThat(source.elements()).hasSize(96).contains(Element.Cm).doesNotContain(Element.Bk);
        // N (2 pi w^2)^(-3/2) exp(-r^2 / (2 w^2)) at r = w.
        assertThat(source.density(Element.O).value(0.4))
                .isCloseTo(6 * Math.pow(2 * Math.PI * 0.16, -1.5) * Math.exp(-0.5), within(1e-12));
        assertThat(source.density(Element.O).integral()).isCloseTo(6, within(1e-12));
        // Covalent radius of iron: 1.32 Å.
        assertThat(source.density(Element.Fe).exponent(0)).isCloseTo(1 / (2 * 0.66 * 0.66), within(1e-12));
        assertThat(source.density(Element.Fe).integral()).isCloseTo(26, within(1e-12));
    }

    @Test
    void singleGaussiansThatCannotBeMadeAreRefused() {
        assertThat(single(0.5, Map.of("Bk", new Shape(Optional.empty(), Optional.of(0.9))))
                        .density(Element.Bk)
                        .integral())
                .isCloseTo(97, within(1e-9));
        assertThatThrownBy(() -> single(0.5, Map.of("Bk", new Shape(Optional.of(5.0), Optional.empty()))))
                .isInstanceOf(ConfigException.class)
                .hasMessage("elements.Bk: got no width, expected a width: elements beyond Cm have no covalent radius in"
                        + " the table");
        assertThatThrownBy(() -> single(0.5, Map.of("Oo", new Shape(Optional.empty(), Optional.empty()))))
                .isInstanceOf(ConfigException.class)
                .hasMessage("elements.Oo: got Oo, expected an element: unknown element 'Oo'; did you mean 'O'?");
    }

    @Nested
    class LayeredContract extends DensitySourceContract {
        @Override
        protected DensitySource source() {
            return layered("ce", "base");
        }
    }

    @Nested
    class SelectedContract extends DensitySourceContract {
        @Override
        protected DensitySource source() {
            return ions();
        }
    }

    @Nested
    class SingleGaussianContract extends DensitySourceContract {
        @Override
        protected DensitySource source() {
            return single(0.5, Map.of());
        }
    }
}
