package io.github.gmp.api.descriptor;

import io.github.gmp.api.math.Matrix;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a descriptor learned from training data, as plain data: what a model file stores. Vectors are matrices of one row.
 *
 * @param attributes small settings by name, as text
 * @param tensors numbers by name
 */
public record DescriptorState(Map<String, String> attributes, Map<String, Matrix> tensors) {
    /** Copies the maps, sorted by name. */
    public DescriptorState {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
    }
}
