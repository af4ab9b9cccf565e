package io.github.gmp.runtime.features;

import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.util.Map;

/**
 * What is known of a shard that was written.
 *
 * @param cpuSeconds processor time of its features
 * @param hashes the hashes of its structures in their order, without anything between them
 */
record ShardAnswer(double cpuSeconds, String hashes) {
    String toJson() {
        return PlainJson.line(Map.of("cpuSeconds", cpuSeconds, "hashes", hashes));
    }

    /**
     * {@return the answer}
     *
     * @param json what {@link #toJson} returned
     * @throws IllegalArgumentException if it is none
     */
    static ShardAnswer parse(String json) {
        try {
            Map<?, ?> map = PlainJson.read(json);
            if (map.get("cpuSeconds") instanceof Number seconds && map.get("hashes") instanceof String hashes) {
                return new ShardAnswer(seconds.doubleValue(), hashes);
            }
            throw new IllegalArgumentException("not the answer of a worker of gmp featurize: " + json);
        } catch (IOException e) {
            throw new IllegalArgumentException("not the answer of a worker of gmp featurize: " + json, e);
        }
    }
}
