package io.github.gmp.models.committee;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.RegressorState;

import java.util.HashMap;
import java.util.Map;

/** States within a state: their names begin with a prefix each. */
final class NestedStates {
    private NestedStates() {}

    static void put(String prefix, RegressorState state, Map<String, String> attributes, Map<String, Matrix> tensors) {
        state.attributes().forEach((name, value) -> attributes.put(prefix + name, value));
        state.tensors().forEach((name, value) -> tensors.put(prefix + name, value));
    }

    static RegressorState get(String prefix, RegressorState all) {
        return new RegressorState(withPrefix(all.attributes(), prefix), withPrefix(all.tensors(), prefix));
    }

    private static <T> Map<String, T> withPrefix(Map<String, T> all, String prefix) {
        Map<String, T> result = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                result.put(name.substring(prefix.length()), value);
            }
        });
        return result;
    }
}
