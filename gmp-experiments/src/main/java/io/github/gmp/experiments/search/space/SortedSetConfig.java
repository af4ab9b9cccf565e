package io.github.gmp.experiments.search.space;

import io.github.gmp.api.plugin.Param;

import java.util.List;

/**
 * A set of numbers whose size is searched too, such as the sigmas of a descriptor.
 *
 * @param size smallest and largest number of values
 * @param range smallest and largest value
 * @param scale scale of the values
 * @param minRatio smallest ratio of neighboring values on a logarithmic scale
 * @param minDifference their smallest difference on a linear one
 */
public record SortedSetConfig(
        @Param(doc = "Smallest and largest number of values, e.g. [2, 8].", range = "[1, 64]")
        List<Integer> size,

        @Param(doc = "Smallest and largest value, e.g. [0.1, 4.0].")
        List<Double> range,

        @Param(doc = "Scale on which values are drawn and varied.", defaultValue = "log")
        Scale scale,

        @Param(
                doc = "Logarithmic scale: smallest ratio of neighboring values; closer ones carry the same information"
                        + " twice.",
                defaultValue = "1.15",
                range = "[1.001, inf)")
        double minRatio,

        @Param(
                doc = "Linear scale: smallest difference of neighboring values, in their unit.",
                defaultValue = "0.1",
                range = "(0, inf)")
        double minDifference) {
    /** Copies the lists. */
    public SortedSetConfig {
        size = List.copyOf(size);
        range = List.copyOf(range);
    }

    /** {@return what neighbors are kept apart by on the scale} */
    double separation() {
        return scale == Scale.LOG ? minRatio : minDifference;
    }
}
