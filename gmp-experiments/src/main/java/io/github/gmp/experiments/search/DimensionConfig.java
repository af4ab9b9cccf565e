package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.Param;

import java.util.List;
import java.util.Optional;

/**
 * What values a searched key may take: exactly one of the first four keys is given.
 *
 * @param range a decimal number between two ends
 * @param integers a whole number between two ends
 * @param choice one of some texts
 * @param sortedSet a sorted list of numbers of variable size
 * @param scale scale of {@code range} and {@code integers}
 */
public record DimensionConfig(
        @Param(doc = "A decimal number between two ends, e.g. [3.0, 8.0].")
        Optional<List<Double>> range,

        @Param(doc = "A whole number between two ends, both included, e.g. [0, 5].")
        Optional<List<Integer>> integers,

        @Param(doc = "One of some names, e.g. [order-norm, power-spectrum].")
        Optional<List<String>> choice,

        @Param(doc = "A sorted list of numbers whose size is searched too.")
        Optional<SortedSetConfig> sortedSet,

        @Param(doc = "Scale of 'range' and 'integers'.", defaultValue = "linear")
        Scale scale) {}
