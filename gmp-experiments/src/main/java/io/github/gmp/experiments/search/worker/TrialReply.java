package io.github.gmp.experiments.search.worker;

import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a task: an outcome or a failure.
 *
 * @param outcome what the trial came to, if it finished
 * @param failure why it did not, otherwise
 * @param seconds how long it took; measured, of no influence on anything, and 0 of one that was never run
 */
public record TrialReply(Optional<TrialScores> outcome, Optional<String> failure, double seconds) {
    /** An outcome that is not finite is a failure. */
    public static TrialReply finished(TrialScores outcome) {
        return outcome.isFinite()
                ? new TrialReply(Optional.of(outcome), Optional.empty(), outcome.seconds())
                : failed("the error is not finite: training diverged", outcome.seconds());
    }

    /** A trial that was run and failed. */
    public static TrialReply failed(String reason, double seconds) {
        return new TrialReply(Optional.empty(), Optional.of(reason), seconds);
    }

    /** A trial that was not run at all. */
    public static TrialReply refused(String reason) {
        return failed(reason, 0);
    }

    /** {@return the reply as plain data, for answers and journals} */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        failure.ifPresent(reason -> {
            map.put("failure", reason);
            map.put("seconds", seconds);
        });
        outcome.ifPresent(result -> map.putAll(result.toMap()));
        return map;
    }

    String toJson() {
        return PlainJson.line(toMap());
    }

    /**
     * {@return the reply; empty if it is damaged, in whatever way}
     *
     * @param map plain data
     */
    public static Optional<TrialReply> read(Map<?, ?> map) {
        if (map.get("failure") instanceof String reason) {
            return Optional.of(failed(reason, map.get("seconds") instanceof Number taken ? taken.doubleValue() : 0));
        }
        return TrialScores.read(map).map(TrialReply::finished);
    }

    /**
     * {@return the reply}
     *
     * @param json an answer of a worker
     * @throws IllegalArgumentException if it is none
     */
    public static TrialReply parse(String json) {
        try {
            return read(PlainJson.read(json))
                    .orElseThrow(() -> new IllegalArgumentException("not the answer of a worker: " + json));
        } catch (IOException e) {
            throw new IllegalArgumentException("not the answer of a worker: " + json, e);
        }
    }
}
