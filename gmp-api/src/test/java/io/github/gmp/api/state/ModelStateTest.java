package io.github.gmp.api.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.Element;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

class ModelStateTest {
    private enum Color {
        DARK_RED,
        BLUE
    }

    private final ModelState state = ModelState.builder()
            .type("line")
            .elements(List.of(Element.H, Element.O))
            .integer("features", 2)
            .flag("centered", true)
            .constant("color", Color.DARK_RED)
            .vector("slope", 1.5, -2)
            .tensor("table", Matrix.wrap(2, 1, new double[] {3, 4}))
            .build();
    private final StateReader reader = state.reader("the stored line", "line");

    @Test
    void readsWhatWasWritten() {
        assertThat(reader.elements()).containsExactly(Element.H, Element.O);
        assertThat(reader.integer("features", 1, 2)).isEqualTo(2);
        assertThat(reader.flag("centered")).isTrue();
        assertThat(reader.constant("color", Color.values())).isEqualTo(Color.DARK_RED);
        assertThat(reader.tensor("slope", 1, 2)).containsExactly(1.5, -2);
        assertThat(reader.tensor("table", 2, 1)).containsExactly(3, 4);
        assertThat(reader.hasTensor("slope")).isTrue();
        assertThat(reader.hasTensor("offset")).isFalse();
        assertThat(state.attributes())
                .isEqualTo(Map.of(
                        "type", "line", "elements", "H O", "features", "2", "centered", "true", "color", "dark-red"));
    }

    @Test
    void handsOutCopies() {
        reader.tensor("slope", 1, 2)[0] = 7;
        assertThat(reader.tensor("slope", 1, 2)).containsExactly(1.5, -2);
        double[] values = {1};
        ModelState of = ModelState.builder().vector("v", values).build();
        values[0] = 2;
        assertThat(of.reader("it").tensor("v", 1, 1)).containsExactly(1);
        assertThatThrownBy(() -> state.attributes().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> state.tensors().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void namesWhatIsMissingAndWhatIsThere() {
        refused(
                () -> reader.tensor("slopes", 1, 2),
                "the stored line lacks the tensor 'slopes' (there are slope, table)");
        refused(
                () -> reader.text("units"),
                "the stored line lacks the attribute 'units' (there are centered, color, elements, features, type)");
        refused(
                () -> ModelState.builder().build().reader("the stored line", "line"),
                "the stored line lacks the attribute 'type' (there is none)");
        ModelState.Builder many = ModelState.builder();
        for (int t = 1; t <= 9; t++) {
            many.vector("t" + t, t);
        }
        refused(
                () -> many.build().reader("it").tensor("t0", 1, 1),
                "it lacks the tensor 't0' (there are t1, t2, t3, t4, t5, t6 and 3 more)");
    }

    @Test
    void namesWhatDoesNotFit() {
        refused(() -> reader.tensor("slope", 2, 1), "tensor 'slope' of the stored line is 1 x 2, expected 2 x 1");
        refused(() -> state.reader("the stored line", "plane"), "the stored line is of type 'line', expected 'plane'");
        refused(
                () -> reader.integer("features", 3, 9),
                "attribute 'features' of the stored line: got 2, expected an integer from 3 to 9");
        refused(
                () -> reader.integer("color", 0, 9),
                "attribute 'color' of the stored line: got dark-red, expected an integer from 0 to 9");
        refused(
                () -> reader.flag("color"),
                "attribute 'color' of the stored line: got dark-red, expected true or false");
        refused(
                () -> reader.constant("type", Color.values()),
                "attribute 'type' of the stored line: got line, expected one of dark-red, blue");
        for (String elements : List.of("O H", "H H", "X", "")) {
            ModelState other = ModelState.builder().text("elements", elements).build();
            refused(
                    () -> other.reader("it").elements(),
                    "attribute 'elements' of it: got " + elements
                            + ", expected different element symbols, ascending in atomic number");
        }
        ModelState infinite =
                ModelState.builder().vector("v", 1, Double.POSITIVE_INFINITY).build();
        refused(() -> infinite.reader("it").tensor("v", 1, 2), "tensor 'v' of it contains Infinity");
    }

    @Test
    void statesWithinStatesComeOutAsTheyWentIn() {
        ModelState both = ModelState.builder()
                .type("pair")
                .nested("left.", state)
                .nested("right.", ModelState.builder().vector("slope", 9).build())
                .build();
        assertThat(both.nested("left.")).isEqualTo(state);
        assertThat(both.nested("right.").tensors().keySet()).isEqualTo(Set.of("slope"));
        assertThat(both.nested("middle.")).isEqualTo(ModelState.builder().build());
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessage(message);
    }
}
