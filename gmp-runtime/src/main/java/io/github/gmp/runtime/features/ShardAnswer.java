package io.github.gmp.runtime.features;

import io.github.gmp.api.error.DataException;
import io.github.gmp.runtime.json.Json;

/**
 * What is known of a shard that was written.
 *
 * @param cpuSeconds processor time of its features
 * @param hashes the hashes of its structures in their order, without anything between them
 */
record ShardAnswer(double cpuSeconds, String hashes) {
    String toJson() {
        return Json.line(this);
    }

    /**
     * {@return the answer}
     *
     * @param json what {@link #toJson} returned
     * @throws DataException if it is none
     */
    static ShardAnswer parse(String json) {
        return Json.read(ShardAnswer.class, json, "the answer of a worker of gmp featurize");
    }
}
