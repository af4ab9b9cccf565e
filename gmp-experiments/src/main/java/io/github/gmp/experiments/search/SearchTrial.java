package io.github.gmp.experiments.search;

import java.util.Optional;

/**
 * One candidate tried.
 *
 * @param number number of the trial, from 1, in the order in which the search asked for it
 * @param candidate the candidate
 * @param outcome what it came to, if it finished
 * @param failure why it did not, otherwise
 */
record SearchTrial(int number, Candidate candidate, Optional<TrialOutcome> outcome, Optional<String> failure) {
    static SearchTrial finished(int number, Candidate candidate, TrialOutcome outcome) {
        return new SearchTrial(number, candidate, Optional.of(outcome), Optional.empty());
    }

    static SearchTrial failed(int number, Candidate candidate, String reason) {
        return new SearchTrial(number, candidate, Optional.empty(), Optional.of(reason));
    }
}
