package io.github.gmp.models.optimizer;

import io.github.gmp.api.error.DataException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Named arrays of a {@link Resumable}, copied out and in. */
final class StateArrays {
    private final String owner;
    private final Map<String, double[]> live = new LinkedHashMap<>();

    /** @param owner whose arrays, for messages */
    StateArrays(String owner) {
        this.owner = owner;
    }

    StateArrays with(String name, double[] array) {
        live.put(name, array);
        return this;
    }

    Map<String, double[]> copies() {
        Map<String, double[]> copies = new LinkedHashMap<>();
        live.forEach((name, array) -> copies.put(name, array.clone()));
        return copies;
    }

    /** Overwrites the arrays; none is touched unless all fit. */
    void restore(Map<String, double[]> state) {
        if (!state.keySet().equals(live.keySet())) {
            throw new DataException("the stored state of " + owner + " has the arrays " + state.keySet() + ", expected "
                    + live.keySet());
        }
        live.forEach((name, array) -> {
            int length = Objects.requireNonNull(state.get(name)).length;
            if (length != array.length) {
                throw new DataException("array '" + name + "' of the stored state of " + owner + " has " + length
                        + " numbers, expected " + array.length);
            }
        });
        live.forEach((name, array) -> System.arraycopy(state.get(name), 0, array, 0, array.length));
    }
}
