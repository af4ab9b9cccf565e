package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;
import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

/** The check must accept what reads carefully and find each kind of carelessness. */
class BrokenStatesTest {
    private static final ModelState STATE = ModelState.builder()
            .type("line")
            .integer("features", 2)
            .vector("slope", 1, 2)
            .build();

    @Test
    void aCarefulReaderPasses() {
        BrokenStates.assertRefused(STATE, state -> {
            StateReader reader = state.reader("the stored line", "line");
            reader.tensor("slope", 1, reader.integer("features", 1, 9));
        });
    }

    @Test
    void anAttributeThatNobodyReadsIsFound() {
        assertFound(
                state -> state.reader("the stored line").tensor("slope", 1, 2),
                "restoring from a state without the attribute 'features'");
    }

    @Test
    void aTensorWhoseShapeNobodyChecksIsFound() {
        assertFound(
                state -> {
                    StateReader reader = state.reader("the stored line", "line");
                    reader.integer("features", 1, 9);
                    if (!reader.hasTensor("slope")) {
                        throw new DataException("no slope");
                    }
                },
                "restoring from a state with one column more in 'slope'");
    }

    @Test
    void aRefusalThatDoesNotSayOfWhatIsFound() {
        assertFound(
                state -> {
                    throw new DataException("something is wrong");
                },
                "whether 'features' is named by: something is wrong");
    }

    private static void assertFound(Consumer<ModelState> restore, String message) {
        assertThatThrownBy(() -> BrokenStates.assertRefused(STATE, restore))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }
}
