package io.github.gmp.experiments.search.journal;

import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.worker.TrialReply;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a line of the journal tells a reader.
 *
 * @param number number of the trial
 * @param rung number of its rung
 * @param candidate hash of the candidate
 * @param values the searched values by path; of a hand-picked pair {@code reference} with its name
 * @param reply what it came to
 * @param shared whether it was run for a hand-picked pair, which has a line of its own
 * @param finished when it was answered, if the line says so
 */
public record JournalEntry(
        int number,
        int rung,
        String candidate,
        Map<String, Object> values,
        TrialReply reply,
        boolean shared,
        Optional<Instant> finished) {
    /**
     * {@return what it says; empty if it is damaged, in whatever way}
     *
     * @param text a line
     */
    public static Optional<JournalEntry> read(String text) {
        return JournalLine.object(text).flatMap(JournalEntry::read);
    }

    private static Optional<JournalEntry> read(Map<?, ?> map) {
        Optional<TrialReply> reply = TrialReply.read(map);
        if (reply.isPresent()
                && map.get("trial") instanceof Long number
                && map.get("rung") instanceof Long rung
                && map.get("candidate") instanceof String candidate
                && map.get("values") instanceof Map<?, ?> values) {
            Map<String, Object> named = new LinkedHashMap<>();
            values.forEach((path, value) -> named.put(String.valueOf(path), value));
            return Optional.of(new JournalEntry(
                    number.intValue(),
                    rung.intValue(),
                    candidate,
                    named,
                    reply.get(),
                    JournalLine.isShared(map),
                    instant(map.get("finished"))));
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(Object text) {
        try {
            return text instanceof String when ? Optional.of(Instant.parse(when)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return the name of the hand-picked pair, if it is one} */
    public Optional<String> reference() {
        return JournalLine.reference(values);
    }

    /**
     * {@return the trial; its components are those of the configuration, without the searched values}
     *
     * @param config the configuration of the search
     */
    public SearchTrial trial(SearchConfig config) {
        Candidate shown = new Candidate(values, config.descriptor(), config.regressor(), candidate, Optional.empty());
        return new SearchTrial(number, Attempt.full(shown, rung), reply);
    }
}
