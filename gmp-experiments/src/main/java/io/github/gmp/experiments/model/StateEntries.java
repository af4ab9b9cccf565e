package io.github.gmp.experiments.model;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.RegressorState;
import io.github.gmp.experiments.features.NpyMatrix;

import java.util.Map;
import java.util.TreeMap;

/** A {@link RegressorState} in an archive: one entry per tensor, and an object of the document that says which is which. */
final class StateEntries {
    private StateEntries() {}

    /**
     * @param state a state
     * @param entries receives its tensors
     * @return the object for the document
     */
    static Map<String, Object> write(RegressorState state, Map<String, byte[]> entries) {
        Map<String, Object> tensors = new TreeMap<>();
        for (Map.Entry<String, Matrix> tensor : state.tensors().entrySet()) {
            // Numbered entries: the names of tensors are a plugin's and need not be good file names.
            String entry = StateArchive.tensorName(tensors.size());
            tensors.put(tensor.getKey(), entry);
            entries.put(entry, NpyMatrix.toBytes(tensor.getValue()));
        }
        return Map.of("attributes", state.attributes(), "tensors", tensors);
    }

    /** @throws DataException if a tensor is absent or no matrix */
    static RegressorState read(JsonObject state, StateArchive archive) {
        Map<String, Matrix> tensors = new TreeMap<>();
        state.texts("tensors").forEach((name, entry) -> {
            byte[] content = archive.entries().get(entry);
            if (content == null || !StateArchive.isTensor(entry)) {
                throw new DataException("tensor '" + name + "' is absent");
            }
            tensors.put(name, NpyMatrix.fromBytes(content));
        });
        return new RegressorState(state.texts("attributes"), tensors);
    }
}
