package io.github.gmp.runtime.model;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.RegressorState;
import io.github.gmp.runtime.features.NpyMatrix;

import java.util.Map;
import java.util.TreeMap;

/** The state of a component in an archive: one entry per tensor, and an object of the document that says which is which. */
final class StateEntries {
    private StateEntries() {}

    /**
     * {@return the object for the document}
     *
     * @param attributes texts of a state
     * @param tensors its matrices
     * @param entries receives the matrices; holds those of other states at most
     */
    static Map<String, Object> write(
            Map<String, String> attributes, Map<String, Matrix> tensors, Map<String, byte[]> entries) {
        Map<String, Object> names = new TreeMap<>();
        tensors.forEach((name, tensor) -> {
            // Numbered entries: the names of tensors are a plugin's and need not be good file names.
            String entry = StateArchive.tensorName(entries.size());
            names.put(name, entry);
            entries.put(entry, NpyMatrix.toBytes(tensor));
        });
        return Map.of("attributes", attributes, "tensors", names);
    }

    /**
     * {@return the object for the document}
     *
     * @param state a state of a regressor
     * @param entries receives the matrices
     */
    static Map<String, Object> write(RegressorState state, Map<String, byte[]> entries) {
        return write(state.attributes(), state.tensors(), entries);
    }

    /** @throws DataException if a tensor is absent or no matrix */
    static RegressorState read(JsonObject state, StateArchive archive) {
        return new RegressorState(state.texts("attributes"), tensors(state, archive));
    }

    /** @throws DataException if a tensor is absent or no matrix */
    static Map<String, Matrix> tensors(JsonObject state, StateArchive archive) {
        Map<String, Matrix> tensors = new TreeMap<>();
        state.texts("tensors").forEach((name, entry) -> {
            byte[] content = archive.entries().get(entry);
            if (content == null || !StateArchive.isTensor(entry)) {
                throw new DataException("tensor '" + name + "' is absent");
            }
            tensors.put(name, NpyMatrix.fromBytes(content));
        });
        return tensors;
    }
}
