package io.github.gmp.experiments.search;

import java.util.function.BooleanSupplier;

/** Trains and judges one candidate. The result must depend on nothing but the candidate. */
@FunctionalInterface
interface CandidateTrial {
    /**
     * @param candidate the candidate
     * @param cancelled when true, give up soon; the result is then thrown away
     * @return what it came to
     * @throws io.github.gmp.api.error.GmpException if it cannot be trained
     */
    TrialOutcome run(Candidate candidate, BooleanSupplier cancelled);
}
