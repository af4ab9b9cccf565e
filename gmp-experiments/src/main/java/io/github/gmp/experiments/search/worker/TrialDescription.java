package io.github.gmp.experiments.search.worker;

import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a trial's result depends on, beside the contents of files.
 *
 * @param descriptor resolved configuration of the descriptor
 * @param regressor resolved configuration of the regressor
 * @param data resolved section {@code data}
 * @param dataHash what the contents of the data have to hash to
 * @param seed seed of the training
 * @param forces whether forces are predicted and compared
 * @param preciseTimes whether the time of predictions is measured well
 * @param timeLimit seconds after which the trial has failed, if it is limited
 */
public record TrialDescription(
        Map<String, Object> descriptor,
        Map<String, Object> regressor,
        Map<String, Object> data,
        String dataHash,
        long seed,
        boolean forces,
        boolean preciseTimes,
        Optional<Double> timeLimit) {
    /** {@return one JSON object; the same text for the same description} */
    public String toJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("descriptor", descriptor);
        map.put("regressor", regressor);
        map.put("data", data);
        map.put("dataHash", dataHash);
        map.put("seed", seed);
        map.put("forces", forces);
        map.put("preciseTimes", preciseTimes);
        timeLimit.ifPresent(seconds -> map.put("timeLimit", seconds));
        return ComponentSpecs.canonicalJson(map);
    }

    /**
     * {@return the description}
     *
     * @param json what {@link #toJson} wrote
     * @throws IllegalArgumentException if it is none
     */
    public static TrialDescription parse(String json) {
        try {
            Map<?, ?> map = PlainJson.read(json);
            if (map.get("dataHash") instanceof String dataHash
                    && map.get("seed") instanceof Long seed
                    && map.get("forces") instanceof Boolean forces
                    && map.get("preciseTimes") instanceof Boolean preciseTimes) {
                return new TrialDescription(
                        object(map, "descriptor"),
                        object(map, "regressor"),
                        object(map, "data"),
                        dataHash,
                        seed,
                        forces,
                        preciseTimes,
                        Optional.ofNullable((Number) map.get("timeLimit")).map(Number::doubleValue));
            }
            throw new IllegalArgumentException("not a task of this version of gmp search: " + json);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a task of this version of gmp search: " + json, e);
        }
    }

    private static Map<String, Object> object(Map<?, ?> map, String key) {
        if (!(map.get(key) instanceof Map<?, ?> inner)) {
            throw new IllegalArgumentException("a task has no object '" + key + "'");
        }
        return PlainJson.named(inner);
    }
}
