package io.github.gmp.experiments.search.journal;

import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a line of the journal says about a trial.
 *
 * @param attempt hash of what was tried
 * @param reference the hand-picked pair that it was tried for, if it was one
 * @param reply what it came to
 */
record JournalLine(String attempt, Optional<String> reference, TrialReply reply) {
    private static final String SHARED = "shared";

    static JournalLine of(SearchTrial trial) {
        return new JournalLine(
                trial.attempt().hash(), reference(trial.candidate().values()), trial.reply());
    }

    /**
     * {@return the name of the hand-picked pair, if it is one's}
     *
     * @param values the values of a line
     */
    static Optional<String> reference(Map<?, ?> values) {
        return values.get("reference") instanceof String name ? Optional.of(name) : Optional.empty();
    }

    /** {@return whether the line is that of a candidate which took over the trial of a hand-picked pair} */
    static boolean isShared(Map<?, ?> line) {
        return line.containsKey(SHARED);
    }

    /**
     * {@return its line, without the line break}
     *
     * @param trial a trial
     * @param finished when it was answered; for reports only
     */
    static String write(SearchTrial trial, Instant finished) {
        return PlainJson.line(map(trial, finished));
    }

    /**
     * {@return its line, without the line break}
     *
     * @param trial a candidate whose trial was run for a hand-picked pair
     * @param reference name of that
     * @param finished when it was asked for; for reports only
     */
    static String writeShared(SearchTrial trial, String reference, Instant finished) {
        Map<String, Object> map = map(trial, finished);
        map.put(SHARED, reference);
        return PlainJson.line(map);
    }

    private static Map<String, Object> map(SearchTrial trial, Instant finished) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("trial", trial.number());
        map.put("attempt", trial.attempt().hash());
        map.put("rung", trial.rung());
        map.put("candidate", trial.candidate().hash());
        map.put("values", trial.candidate().values());
        map.putAll(trial.reply().toMap());
        map.put("finished", finished.toString());
        return map;
    }

    /**
     * {@return what it says; empty if it is damaged, in whatever way}
     *
     * @param text a line
     */
    static Optional<JournalLine> read(String text) {
        return object(text).flatMap(map -> TrialReply.read(map)
                .filter(reply -> map.get("attempt") instanceof String && map.get("values") instanceof Map)
                .map(reply ->
                        new JournalLine((String) map.get("attempt"), reference((Map<?, ?>) map.get("values")), reply)));
    }

    /**
     * {@return the JSON object on it, if it is one}
     *
     * @param text a line
     */
    static Optional<Map<?, ?>> object(String text) {
        try {
            return Optional.ofNullable(PlainJson.read(text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
