package io.github.gmp.experiments.search.journal;

import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.worker.ReplyDocument;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.runtime.json.Json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A line of the journal as it is written: a trial, and what it came to as a {@link ReplyDocument} has it.
 *
 * @param trial number of the trial
 * @param attempt hash of what was tried; a line without it can be shown, but not be continued from
 * @param rung number of its rung
 * @param candidate hash of the candidate
 * @param values the searched values by path; of a hand-picked pair {@code reference} with its name
 * @param failure see {@link ReplyDocument}, as the next
 * @param features number of features
 * @param parameters number of trained parameters
 * @param validation errors on the validation set
 * @param test errors on the test set
 * @param operationsPerAtom floating-point operations per atom
 * @param predictSeconds processor time to predict the energy of a structure
 * @param seconds how long the trial took
 * @param finished when it was answered
 * @param shared the hand-picked pair that it was run for, if that has a line of its own
 */
record TrialLine(
        int trial,
        Optional<String> attempt,
        int rung,
        String candidate,
        Map<String, Object> values,
        Optional<String> failure,
        OptionalInt features,
        OptionalLong parameters,
        Optional<TrialErrors> validation,
        Optional<TrialErrors> test,
        OptionalDouble operationsPerAtom,
        OptionalDouble predictSeconds,
        OptionalDouble seconds,
        Optional<String> finished,
        Optional<String> shared) {
    private static final String REFERENCE = "reference";

    static TrialLine of(SearchTrial trial, Instant finished, Optional<String> shared) {
        ReplyDocument reply = ReplyDocument.of(trial.reply());
        return new TrialLine(
                trial.number(),
                Optional.of(trial.attempt().hash()),
                trial.rung(),
                trial.candidate().hash(),
                trial.candidate().values(),
                reply.failure(),
                reply.features(),
                reply.parameters(),
                reply.validation(),
                reply.test(),
                reply.operationsPerAtom(),
                reply.predictSeconds(),
                reply.seconds(),
                Optional.of(finished.toString()),
                shared);
    }

    /**
     * {@return what it says; empty if it is damaged, in whatever way}
     *
     * @param text a line
     */
    static Optional<TrialLine> read(String text) {
        return Json.find(TrialLine.class, text);
    }

    /** {@return what the trial came to; empty if that is damaged} */
    Optional<TrialReply> reply() {
        return new ReplyDocument(
                        failure, features, parameters, validation, test, operationsPerAtom, predictSeconds, seconds)
                .reply();
    }

    /** {@return when it was answered, if it says so} */
    Optional<Instant> instant() {
        try {
            return finished.map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the name of the hand-picked pair, if it is one's}
     *
     * @param values the values of a line
     */
    static Optional<String> reference(Map<String, Object> values) {
        return values.get(REFERENCE) instanceof String name ? Optional.of(name) : Optional.empty();
    }
}
