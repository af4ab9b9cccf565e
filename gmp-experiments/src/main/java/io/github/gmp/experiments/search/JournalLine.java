package io.github.gmp.experiments.search;

import io.github.gmp.experiments.files.PlainJson;
import io.github.gmp.experiments.search.worker.TrialReply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a line of the journal says about a trial.
 *
 * @param attempt hash of what was tried
 * @param reply what it came to
 */
record JournalLine(String attempt, TrialReply reply) {
    static JournalLine of(SearchTrial trial) {
        return new JournalLine(trial.attempt().hash(), trial.reply());
    }

    /**
     * @param trial a trial
     * @param finished when it was answered; for reports only
     * @return its line, without the line break
     */
    static String write(SearchTrial trial, Instant finished) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("trial", trial.number());
        map.put("attempt", trial.attempt().hash());
        map.put("rung", trial.rung());
        map.put("candidate", trial.candidate().hash());
        map.put("values", trial.candidate().values());
        map.putAll(trial.reply().toMap());
        map.put("finished", finished.toString());
        return PlainJson.line(map);
    }

    /**
     * @param text a line
     * @return what it says; empty if it is damaged, in whatever way
     */
    static Optional<JournalLine> read(String text) {
        return object(text).filter(map -> map.get("attempt") instanceof String).flatMap(map -> TrialReply.read(map)
                .map(reply -> new JournalLine((String) map.get("attempt"), reply)));
    }

    /**
     * @param text a line
     * @return the JSON object on it, if it is one
     */
    static Optional<Map<?, ?>> object(String text) {
        try {
            return Optional.ofNullable(PlainJson.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
