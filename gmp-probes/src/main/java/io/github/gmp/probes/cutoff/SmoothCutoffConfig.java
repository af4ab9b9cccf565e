package io.github.gmp.probes.cutoff;

import io.github.gmp.api.plugin.Param;

/**
 * Configuration of the cutoff {@code smooth}.
 *
 * @param radius r_c in Å
 */
public record SmoothCutoffConfig(
        @Param(
                doc = "distance from which on neighbors do not count",
                unit = "Å",
                defaultValue = "6.0",
                range = "(0, inf)")
        double radius) {}
