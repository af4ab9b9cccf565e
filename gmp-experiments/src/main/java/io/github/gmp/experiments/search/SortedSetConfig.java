package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.Param;

import java.util.List;

/**
 * A set of numbers whose size is searched too, such as the sigmas of a descriptor.
 *
 * @param size smallest and largest number of values
 * @param range smallest and largest value
 * @param scale scale of the values
 * @param minRatio smallest ratio of neighboring values
 */
public record SortedSetConfig(
        @Param(doc = "Smallest and largest number of values, e.g. [2, 8].", range = "[1, 64]")
        List<Integer> size,

        @Param(doc = "Smallest and largest value, e.g. [0.1, 4.0].", range = "(0, inf)")
        List<Double> range,

        @Param(doc = "Scale on which values are drawn and varied.", defaultValue = "log")
        Scale scale,

        @Param(
                doc = "Smallest ratio of neighboring values: closer ones carry the same information twice.",
                defaultValue = "1.15",
                range = "[1, inf)")
        double minRatio) {
    /** Copies the lists. */
    public SortedSetConfig {
        size = List.copyOf(size);
        range = List.copyOf(range);
    }
}
