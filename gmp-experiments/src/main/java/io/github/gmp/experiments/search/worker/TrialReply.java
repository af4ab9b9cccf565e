package io.github.gmp.experiments.search.worker;

import io.github.gmp.runtime.json.Json;

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

    /** {@return the answer of a worker} */
    public String toJson() {
        return Json.line(ReplyDocument.of(this));
    }

    /**
     * {@return the reply}
     *
     * @param json an answer of a worker
     * @throws IllegalArgumentException if it is none
     */
    public static TrialReply parse(String json) {
        return Json.find(ReplyDocument.class, json)
                .flatMap(ReplyDocument::reply)
                .orElseThrow(() -> new IllegalArgumentException("not the answer of a worker: " + json));
    }
}
