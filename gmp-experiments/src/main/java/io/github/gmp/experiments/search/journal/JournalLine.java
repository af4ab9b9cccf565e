package io.github.gmp.experiments.search.journal;

import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.worker.TrialReply;

import java.util.Optional;

/**
 * What a line of the journal says about a trial.
 *
 * @param attempt hash of what was tried
 * @param reference the hand-picked pair that it was tried for, if it was one
 * @param reply what it came to
 */
record JournalLine(String attempt, Optional<String> reference, TrialReply reply) {
    static JournalLine of(SearchTrial trial) {
        return new JournalLine(
                trial.attempt().hash(), TrialLine.reference(trial.candidate().values()), trial.reply());
    }

    /**
     * {@return what it says; empty if it is damaged, in whatever way}
     *
     * @param text a line
     */
    static Optional<JournalLine> read(String text) {
        return TrialLine.read(text).flatMap(line -> line.attempt().flatMap(attempt -> line.reply()
                .map(reply -> new JournalLine(attempt, TrialLine.reference(line.values()), reply))));
    }
}
