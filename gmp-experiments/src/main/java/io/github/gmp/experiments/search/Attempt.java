package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.config.ComponentSpecs;

import java.util.Map;
import java.util.Optional;

/**
 * A candidate on a rung: what one trial trains. Candidates that differ only in what a rung overrides share their attempt, and its result.
 *
 * @param candidate the candidate
 * @param rung number of the rung, from 1
 * @param descriptor the resolved descriptor
 * @param regressor the resolved regressor
 * @param hash identifies the attempt, seeds its training, keys its result; on the last rung that of the candidate
 * @param refusal why the binder refused it
 */
public record Attempt(
        Candidate candidate,
        int rung,
        ComponentSpec descriptor,
        ComponentSpec regressor,
        String hash,
        Optional<String> refusal) {
    /** The full trial of a candidate. */
    public static Attempt full(Candidate candidate, int rung) {
        return new Attempt(
                candidate, rung, candidate.descriptor(), candidate.regressor(), candidate.hash(), candidate.refusal());
    }

    /** {@return whether it trains the candidate as it is, on all data} */
    public boolean isFull() {
        return hash.equals(candidate.hash());
    }

    /**
     * {@return the seed of the training: depends on nothing but what is trained and the search's seed}
     *
     * @param searchSeed seed of the search
     */
    public long seed(long searchSeed) {
        String digits = ComponentSpecs.hashOf(Map.of("candidate", hash, "seed", searchSeed));
        return Long.parseUnsignedLong(digits.substring(0, 16), 16);
    }
}
