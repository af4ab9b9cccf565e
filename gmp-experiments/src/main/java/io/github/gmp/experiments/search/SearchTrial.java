package io.github.gmp.experiments.search;

import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.experiments.search.worker.TrialScores;

import java.util.Optional;

/**
 * One candidate tried on one rung.
 *
 * @param number number of the trial, from 1, in the order in which the search asked for it
 * @param attempt what was tried
 * @param reply what it came to
 */
public record SearchTrial(int number, Attempt attempt, TrialReply reply) {
    public Candidate candidate() {
        return attempt.candidate();
    }

    public int rung() {
        return attempt.rung();
    }

    public Optional<TrialScores> outcome() {
        return reply.outcome();
    }

    public Optional<String> failure() {
        return reply.failure();
    }

    /** Of a finished trial only. */
    public TrialScores result() {
        return reply.outcome().orElseThrow(() -> new IllegalStateException("trial " + number + " did not finish"));
    }
}
