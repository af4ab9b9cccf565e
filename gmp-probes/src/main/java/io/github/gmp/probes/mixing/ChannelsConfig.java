package io.github.gmp.probes.mixing;

import io.github.gmp.api.plugin.Param;

/**
 * Configuration of the channels of a GMP descriptor.
 *
 * @param count number of channels of each order
 * @param elements whether the densities of different elements are told apart
 */
public record ChannelsConfig(
        @Param(
                doc =
                        "Number of channels of each order; at most the number of radial probes, times that of the elements of"
                                + " the training data where they are resolved.",
                range = "[1, 1000]")
        int count,

        @Param(
                doc =
                        "What is mixed: the moments of the total density (total), or of the densities of each element of the"
                                + " training data (resolved); the latter refuses other elements.",
                defaultValue = "resolved")
        ElementResolution elements) {}
