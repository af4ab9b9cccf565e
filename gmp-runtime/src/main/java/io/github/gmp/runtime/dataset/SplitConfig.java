package io.github.gmp.runtime.dataset;

import io.github.gmp.api.plugin.Param;

import java.util.Optional;

/**
 * How structures are divided. Values below 1 are fractions of all structures, values from 1 on are counts; structures beyond the three
 * shares are left unused.
 *
 * @param train share of the training set; all that validation and test leave, if absent
 * @param validation share of the validation set
 * @param test share of the test set
 * @param seed seed of the shuffle
 * @param group key of the frames' comment line whose equal values stay together
 */
public record SplitConfig(
        @Param(
                doc = "Training structures: a count (1 or more) or a fraction (below 1). All that validation and test"
                        + " leave, if absent.",
                range = "(0, inf)")
        Optional<Double> train,

        @Param(
                doc = "Validation structures: a count (1 or more) or a fraction (below 1).",
                defaultValue = "0.1",
                range = "(0, inf)")
        double validation,

        @Param(
                doc = "Test structures: a count (1 or more) or a fraction (below 1); 0 for none.",
                defaultValue = "0.1",
                range = "[0, inf)")
        double test,

        @Param(doc = "Seed of the shuffle; the same for every descriptor and regressor.", defaultValue = "0")
        long seed,

        @Param(
                doc = "Key of the frames' comment line; frames with equal values stay in one set, e.g. the frames of"
                        + " one trajectory.")
        Optional<String> group) {}
