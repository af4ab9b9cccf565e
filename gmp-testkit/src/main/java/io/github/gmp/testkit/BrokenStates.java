package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.state.ModelState;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A good state, broken in one place at a time: each attribute and each tensor missing, each attribute malformed, each tensor misshapen or not
 * finite. Whatever restores from states must refuse every one, by the name of what is broken.
 */
final class BrokenStates {
    /** No integer, no truth value, no element, no name of anything. */
    private static final String NONSENSE = "?!";

    private BrokenStates() {}

    /**
     * @param state what something was stored as
     * @param restore restores it
     */
    static void assertRefused(ModelState state, Consumer<ModelState> restore) {
        assertThat(state.attributes().size() + state.tensors().size())
                .describedAs("attributes and tensors of the state")
                .isPositive();
        state.attributes().forEach((name, value) -> {
            assertRefused(restore, withAttribute(state, name, Map.of()), name, "without the attribute");
            assertRefused(
                    restore, withAttribute(state, name, Map.of(name, NONSENSE)), name, "with nonsense as attribute");
        });
        state.tensors().forEach((name, tensor) -> {
            assertRefused(restore, withTensor(state, name, Map.of()), name, "without the tensor");
            Matrix wide = Matrix.zeros(tensor.rows(), tensor.columns() + 1);
            assertRefused(restore, withTensor(state, name, Map.of(name, wide)), name, "with one column more in");
            if (tensor.array().length > 0) {
                double[] values = tensor.array().clone();
                Arrays.fill(values, Double.NaN);
                Matrix notFinite = Matrix.wrap(tensor.rows(), tensor.columns(), values);
                assertRefused(restore, withTensor(state, name, Map.of(name, notFinite)), name, "with NaN in");
            }
        });
    }

    private static void assertRefused(Consumer<ModelState> restore, ModelState broken, String name, String how) {
        assertThat(catchThrowable(() -> restore.accept(broken)))
                .describedAs("restoring from a state %s '%s'", how, name)
                .isInstanceOf(DataException.class)
                .satisfies(refusal -> assertThat(names(refusal.getMessage(), name))
                        .describedAs("whether '%s' is named by: %s", name, refusal.getMessage())
                        .isTrue());
    }

    /** A state within a state may be named by what is left of its prefixes. */
    private static boolean names(String message, String name) {
        String rest = name;
        while (!message.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return true;
    }

    private static ModelState withAttribute(ModelState state, String name, Map<String, String> instead) {
        return new ModelState(replaced(state.attributes(), name, instead), state.tensors());
    }

    private static ModelState withTensor(ModelState state, String name, Map<String, Matrix> instead) {
        return new ModelState(state.attributes(), replaced(state.tensors(), name, instead));
    }

    private static <T> Map<String, T> replaced(Map<String, T> all, String name, Map<String, T> instead) {
        Map<String, T> result = new TreeMap<>(all);
        result.remove(name);
        result.putAll(instead);
        return result;
    }
}
