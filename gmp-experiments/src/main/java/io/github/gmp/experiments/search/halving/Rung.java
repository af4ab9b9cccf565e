package io.github.gmp.experiments.search.halving;

import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.runtime.config.ConfigTree;

import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of trial: how much is spent on a candidate.
 *
 * @param number number of the rung, from 1; the last is the full trial
 * @param set keys of descriptor and regressor that differ from the candidate's, by path
 * @param data the resolved section {@code data}
 * @param dataHash hash of the data divided that way
 * @param dataChanges how the section differs from the configured one, by path
 * @param keep share of candidates that goes on; 1 for the last rung
 */
public record Rung(
        int number,
        Map<String, Object> set,
        Map<String, Object> data,
        String dataHash,
        Map<String, Object> dataChanges,
        double keep) {
    public Rung {
        set = Map.copyOf(set);
        dataChanges = Map.copyOf(dataChanges);
    }

    public boolean isFull() {
        return set.isEmpty() && dataChanges.isEmpty();
    }

    /** {@return what is different, in words} */
    public String describe() {
        if (isFull()) {
            return "the full trial";
        }
        Map<String, Object> all = new TreeMap<>(set);
        all.putAll(dataChanges);
        return ConfigTree.flow(all);
    }

    /**
     * {@return how many go on}
     *
     * @param candidates number of candidates that were tried
     */
    int kept(int candidates) {
        return SearchBudget.kept(keep, candidates);
    }
}
