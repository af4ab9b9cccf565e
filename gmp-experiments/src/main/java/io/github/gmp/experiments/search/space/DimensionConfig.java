package io.github.gmp.experiments.search.space;

import io.github.gmp.api.plugin.Param;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What values a searched key may take: exactly one of the first four keys is given.
 *
 * @param range a decimal number between two ends
 * @param integers a whole number between two ends
 * @param choice one of some values
 * @param sortedSet a sorted list of numbers of variable size
 * @param scale scale of {@code range} and {@code integers}
 * @param when what other keys have to be for this one to count
 */
public record DimensionConfig(
        @Param(doc = "A decimal number between two ends, e.g. [3.0, 8.0].")
        Optional<List<Double>> range,

        @Param(doc = "A whole number between two ends, both included, e.g. [0, 5].")
        Optional<List<Integer>> integers,

        @Param(
                doc =
                        "One of some values: names, e.g. [order-norm, power-spectrum], numbers, lists, or whole components,"
                                + " e.g. [{type: ridge}, {type: hdnn, nodes: 20}].")
        Optional<List<Object>> choice,

        @Param(doc = "A sorted list of numbers whose size is searched too.")
        Optional<SortedSetConfig> sortedSet,

        @Param(doc = "Scale of 'range' and 'integers'.", defaultValue = "linear")
        Scale scale,

        @Param(
                doc = "The key is searched only where other keys have certain values (of several, one of them), e.g."
                        + " {descriptor.type: behler-parrinello}; elsewhere it is left out.",
                defaultValue = "{}")
        Map<String, Object> when) {
    /** Copies the map, keeping its order. */
    public DimensionConfig {
        when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
    }
}
