package io.github.gmp.toolkit.cutoff;

import io.github.gmp.api.plugin.Param;

/**
 * Configuration of a cutoff function that has no other parameter than its radius.
 *
 * @param radius r_c in Å
 */
public record RadiusConfig(
        @Param(
                doc = "Radius r_c; atoms at this distance and beyond do not contribute.",
                unit = "Å",
                defaultValue = "6.0",
                range = "(0, 100]")
        double radius) {}
