package io.github.gmp.probes.cutoff;

import io.github.gmp.api.plugin.Param;

/**
 * Configuration of a cutoff function that has nothing to choose but its radius.
 *
 * @param radius r_c in Å; the limit is far beyond any use and keeps a slip of the pen from filling the memory with neighbors
 */
public record RadiusConfig(
        @Param(
                doc = "Distance from which on neighbors do not count.",
                unit = "Å",
                defaultValue = "6.0",
                range = "(0, 100]")
        double radius) {}
