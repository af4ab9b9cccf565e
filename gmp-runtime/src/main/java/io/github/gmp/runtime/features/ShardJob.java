package io.github.gmp.runtime.features;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.runtime.json.Json;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all shards of a run share, as plain data for workers.
 *
 * @param descriptor resolved configuration of the descriptor
 * @param state what it was fitted to, if it takes constants from data
 * @param provenance what made the features
 */
record ShardJob(Map<String, Object> descriptor, Optional<ModelState> state, Map<String, ?> provenance) {
    /** What workers get; tensors as NumPy files in Base64. */
    private record Document(
            Map<String, Object> descriptor,
            Map<String, Object> provenance,
            Optional<Map<String, String>> attributes,
            Optional<Map<String, String>> tensors) {
        Optional<ModelState> state() {
            return tensors.map(encoded -> {
                Map<String, Matrix> matrices = new LinkedHashMap<>();
                encoded.forEach((name, tensor) -> matrices.put(
                        name, NpyMatrix.fromBytes(Base64.getDecoder().decode(tensor))));
                return new ModelState(attributes.orElse(Map.of()), matrices);
            });
        }
    }

    String toJson() {
        return Json.line(new Document(
                descriptor, Json.plain(provenance), state.map(ModelState::attributes), state.map(ShardJob::encoded)));
    }

    private static Map<String, String> encoded(ModelState state) {
        Map<String, String> tensors = new LinkedHashMap<>();
        state.tensors()
                .forEach((name, tensor) ->
                        tensors.put(name, Base64.getEncoder().encodeToString(NpyMatrix.toBytes(tensor))));
        return tensors;
    }

    /**
     * {@return the job}
     *
     * @param json what {@link #toJson} returned
     * @throws DataException if it is none
     */
    static ShardJob parse(String json) {
        Document document = Json.read(Document.class, json, "a job of gmp featurize");
        return new ShardJob(document.descriptor(), document.state(), document.provenance());
    }
}
