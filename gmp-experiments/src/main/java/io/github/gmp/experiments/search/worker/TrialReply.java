package io.github.gmp.experiments.search.worker;

import io.github.gmp.experiments.files.PlainJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a task: an outcome or a failure.
 *
 * @param outcome what the trial came to, if it finished
 * @param failure why it did not, otherwise
 */
public record TrialReply(Optional<TrialOutcome> outcome, Optional<String> failure) {
    /** An outcome that is not finite is a failure. */
    public static TrialReply finished(TrialOutcome outcome) {
        return outcome.isFinite()
                ? new TrialReply(Optional.of(outcome), Optional.empty())
                : failed("the error is not finite: training diverged");
    }

    public static TrialReply failed(String reason) {
        return new TrialReply(Optional.empty(), Optional.of(reason));
    }

    /** @return the reply as plain data, for answers and journals */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        failure.ifPresent(reason -> map.put("failure", reason));
        outcome.ifPresent(result -> map.putAll(result.toMap()));
        return map;
    }

    String toJson() {
        return PlainJson.line(toMap());
    }

    /**
     * @param map plain data
     * @return the reply; empty if it is damaged, in whatever way
     */
    public static Optional<TrialReply> read(Map<?, ?> map) {
        if (map.get("failure") instanceof String reason) {
            return Optional.of(failed(reason));
        }
        return TrialOutcome.read(map).map(TrialReply::finished);
    }

    /**
     * @param json an answer of a worker
     * @return the reply
     * @throws IllegalArgumentException if it is none
     */
    public static TrialReply parse(String json) {
        try {
            return read(PlainJson.read(json.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow(() -> new IllegalArgumentException("not the answer of a worker: " + json));
        } catch (IOException e) {
            throw new IllegalArgumentException("not the answer of a worker: " + json, e);
        }
    }
}
