package io.github.gmp.experiments.search.worker;

import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.json.Json;

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
        return ComponentSpecs.canonicalJson(Json.plain(this));
    }

    /**
     * {@return the description}
     *
     * @param json what {@link #toJson} wrote
     * @throws IllegalArgumentException if it is none
     */
    public static TrialDescription parse(String json) {
        return Json.find(TrialDescription.class, json)
                .orElseThrow(() -> new IllegalArgumentException("not a task of this version of gmp search: " + json));
    }
}
