package io.github.gmp.experiments.search.journal;

import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.worker.TrialReply;

import java.time.Instant;
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
        return TrialLine.read(text).flatMap(line -> line.reply()
                .map(reply -> new JournalEntry(
                        line.trial(),
                        line.rung(),
                        line.candidate(),
                        line.values(),
                        reply,
                        line.shared().isPresent(),
                        line.instant())));
    }

    /** {@return the name of the hand-picked pair, if it is one} */
    public Optional<String> reference() {
        return TrialLine.reference(values);
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
