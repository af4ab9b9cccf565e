package io.github.gmp.api.multipole.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class SpeciesIndexTest {
    private static DensitySource source(Optional<SpeciesSelector> selector, Element... elements) {
        return new DensitySource() {
            @Override
            public Set<Element> elements() {
                return new LinkedHashSet<>(List.of(elements));
            }

            @Override
            public GaussianMixture density(Element element) {
                return GaussianMixture.of(1, 1);
            }

            @Override
            public Optional<SpeciesSelector> selector() {
                return selector;
            }
        };
    }

    private static AtomicStructure iron(double... moments) {
        Element[] elements = new Element[moments.length];
        Arrays.fill(elements, Element.Fe);
        return new AtomicStructure(elements, new double[3 * moments.length], Cell.none(), Map.of("moment", moments));
    }

    @Test
    void elementsAreSpeciesByThemselves() {
        SpeciesIndex index = new SpeciesIndex(source(Optional.empty(), Element.O, Element.H));

        assertThat(index.species()).containsExactly(Species.of(Element.H), Species.of(Element.O));
        assertThat(index.of(new AtomicStructure(
                        new Element[] {Element.O, Element.H, Element.O}, new double[9], Cell.none())))
                .containsExactly(1, 0, 1);
    }

    @Test
    void theNearestValueWithinTheToleranceIsTaken() {
        SpeciesIndex index = new SpeciesIndex(source(
                Optional.of(new SpeciesSelector("moment", 0.5, Map.of(Element.Fe, List.of(3.0, -4.0, 2.0)))),
                Element.O,
                Element.Fe));

        assertThat(index.species())
                .containsExactly(
                        Species.of(Element.O),
                        Species.of(Element.Fe, -4),
                        Species.of(Element.Fe, 2),
                        Species.of(Element.Fe, 3));
        // Exactly between two values, the lower one counts.
        assertThat(index.of(iron(2.4, 2.5, 2.6, -3.5, 3.5))).containsExactly(2, 2, 3, 1, 3);
        assertThatThrownBy(() -> index.of(iron(2, 3.6)))
                .isInstanceOf(DataException.class)
                .hasMessage("atom 2 is Fe with moment = 3.6, for which the density source of the descriptor has no"
                        + " density; it has Fe with moment = -4.0, 2.0, 3.0 (within 0.5)");
    }

    @Test
    void selectorsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new SpeciesSelector(" ", 0, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of the column is blank");
        assertThatThrownBy(() -> new SpeciesSelector("q", Double.NaN, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the tolerance is NaN; a number from 0 on was expected");
        assertThatThrownBy(() -> new SpeciesSelector("q", 0, Map.of(Element.Fe, List.of(1.0, Double.NaN))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fe has the values [1.0, NaN]; one or more finite numbers were expected");
        assertThatThrownBy(() -> new SpeciesSelector("q", 0, Map.of(Element.Fe, List.of(-0.0, 0.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fe has the value 0.0 twice; give it once");
    }
}
