package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.DescriptorState;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
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
record ShardJob(Map<String, Object> descriptor, Optional<DescriptorState> state, Map<String, ?> provenance) {
    String toJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("descriptor", descriptor);
        map.put("provenance", provenance);
        state.ifPresent(constants -> {
            map.put("attributes", constants.attributes());
            Map<String, String> tensors = new LinkedHashMap<>();
            constants
                    .tensors()
                    .forEach((name, tensor) ->
                            tensors.put(name, Base64.getEncoder().encodeToString(NpyMatrix.toBytes(tensor))));
            map.put("tensors", tensors);
        });
        return PlainJson.line(map);
    }

    /**
     * {@return the job}
     *
     * @param json what {@link #toJson} returned
     * @throws IllegalArgumentException if it is none
     */
    static ShardJob parse(String json) {
        try {
            Map<?, ?> map = PlainJson.read(json);
            return new ShardJob(
                    object(map, "descriptor"),
                    map.containsKey("tensors") ? Optional.of(state(map)) : Optional.empty(),
                    object(map, "provenance"));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a job of this version of gmp featurize: " + json, e);
        }
    }

    private static DescriptorState state(Map<?, ?> map) {
        Map<String, String> attributes = new LinkedHashMap<>();
        object(map, "attributes").forEach((name, value) -> attributes.put(name, (String) value));
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        object(map, "tensors")
                .forEach((name, value) -> tensors.put(
                        name, NpyMatrix.fromBytes(Base64.getDecoder().decode((String) value))));
        return new DescriptorState(attributes, tensors);
    }

    private static Map<String, Object> object(Map<?, ?> map, String key) {
        if (!(map.get(key) instanceof Map<?, ?> inner)) {
            throw new IllegalArgumentException("a job of gmp featurize has no object '" + key + "'");
        }
        return PlainJson.named(inner);
    }
}
