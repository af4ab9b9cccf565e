package io.github.gmp.api.model;

import io.github.gmp.api.math.Matrix;

import java.util.Map;
import java.util.TreeMap;

/**
 * All that a regressor needs to be built again, as plain data: what a model file stores. Vectors are matrices of one row.
 *
 * @param attributes small settings by name, as text
 * @param tensors weights, scalers and biases by name
 */
public record RegressorState(Map<String, String> attributes, Map<String, Matrix> tensors) {
    /** Copies the maps, sorted by name. */
    public RegressorState {
        attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
        tensors = java.util.Collections.unmodifiableMap(new TreeMap<>(tensors));
    }
}
