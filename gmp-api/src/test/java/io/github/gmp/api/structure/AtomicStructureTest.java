package io.github.gmp.api.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import org.junit.jupiter.api.Test;

import java.util.Map;

class AtomicStructureTest {
    private static final Element[] OH = {Element.O, Element.H};

    private static AtomicStructure hydroxide() {
        return new AtomicStructure(
                OH,
                new double[] {0, 0, 0, 1, 2, 3},
                Cell.of(new double[] {4, 0, 0, 0, 4, 0, 0, 0, 4}, true, true, true),
                Map.of("charge", new double[] {-1, 0}));
    }

    @Test
    void holdsWhatItWasGiven() {
        AtomicStructure s = hydroxide();
        assertThat(s.size()).isEqualTo(2);
        assertThat(s.atomicNumbers()).containsExactly(8, 1);
        assertThat(s.elements()).containsExactly(Element.H, Element.O);
        assertThat(s.position(1, 2)).isEqualTo(3);
        assertThat(s.atomProperty("charge").orElseThrow()).containsExactly(-1, 0);
        assertThat(s.atomProperty("spin")).isEmpty();
        assertThat(s).isEqualTo(hydroxide()).hasSameHashCodeAs(hydroxide());
        assertThat(s).isNotEqualTo(s.withPositions(new double[6]));
    }

    @Test
    void isImmutable() {
        double[] positions = {0, 0, 0, 1, 2, 3};
        Element[] elements = OH.clone();
        AtomicStructure s = new AtomicStructure(elements, positions, Cell.none());
        positions[0] = 5;
        elements[0] = Element.Xe;
        s.positions()[1] = 5;
        assertThat(s).isEqualTo(new AtomicStructure(OH, new double[] {0, 0, 0, 1, 2, 3}, Cell.none()));
        hydroxide().atomProperty("charge").orElseThrow()[0] = 9;
        assertThat(hydroxide().atomProperty("charge").orElseThrow()[0]).isEqualTo(-1);
    }

    @Test
    void strainMovesAtomsAndCell() {
        double[] strain = {0.1, 0.2, 0, 0, 0, 0, 0, 0, -0.5};
        AtomicStructure strained = hydroxide().strained(strain);
        assertThat(strained.positions()).containsExactly(new double[] {0, 0, 0, 1.5, 2, 1.5}, within(1e-15));
        assertThat(strained.cell()).isEqualTo(hydroxide().cell().strained(strain));
        assertThat(strained.atomPropertyNames()).containsExactly("charge");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> new AtomicStructure(OH, new double[5], Cell.none()))
                .isInstanceOf(DataException.class)
                .hasMessage("2 atoms need 6 coordinates, got 5");
        assertThatThrownBy(() -> new AtomicStructure(OH, new double[] {0, 0, 0, 0, Double.NaN, 0}, Cell.none()))
                .isInstanceOf(DataException.class)
                .hasMessage("atom 2: position y is NaN; a finite number was expected");
        assertThatThrownBy(() -> new AtomicStructure(OH, new double[6], Cell.none(), Map.of("q", new double[] {1})))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'q' has 1 values for 2 atoms");
    }

    @Test
    void labels() {
        LabeledStructure labeled = LabeledStructure.builder(hydroxide(), new Source("a.xyz", 7))
                .energy(-1)
                .info("config_type", "ion")
                .labelKey("energy", "REF_energy")
                .build();
        assertThat(labeled.forces()).isEmpty();
        assertThat(labeled.toBuilder().forces(new double[6]).build().energy()).hasValue(-1);
        assertThat(labeled.source()).hasToString("a.xyz, frame 7");
        assertThatThrownBy(() -> labeled.toBuilder().forces(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 atoms need 6 force components, got 3");
        assertThatThrownBy(() -> labeled.toBuilder().stress(new double[6]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a stress needs 9 numbers, got 6");
    }
}
