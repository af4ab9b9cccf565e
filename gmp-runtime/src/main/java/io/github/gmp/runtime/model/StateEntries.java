package io.github.gmp.runtime.model;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.runtime.features.NpyMatrix;

import java.util.Map;
import java.util.TreeMap;

/** The state of a component in an archive: one entry per tensor, and an object of the document that says which is which. */
final class StateEntries {
    private StateEntries() {}

    /**
     * {@return the object for the document}
     *
     * @param state a state
     * @param entries receives its matrices; holds those of other states at most
     */
    static Map<String, Object> write(ModelState state, Map<String, byte[]> entries) {
        Map<String, Object> names = new TreeMap<>();
        state.tensors().forEach((name, tensor) -> {
            // Numbered entries: the names of tensors are a plugin's and need not be good file names.
            String entry = StateArchive.tensorName(entries.size());
            names.put(name, entry);
            entries.put(entry, NpyMatrix.toBytes(tensor));
        });
        return Map.of("attributes", state.attributes(), "tensors", names);
    }

    /** @throws DataException if a tensor is absent or no matrix */
    static ModelState read(JsonObject state, StateArchive archive) {
        return new ModelState(state.texts("attributes"), tensors(state, archive));
    }

    private static Map<String, Matrix> tensors(JsonObject state, StateArchive archive) {
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
