package io.github.gmp.probes.invariant;

import io.github.gmp.api.plugin.Param;

/**
 * Configuration of the invariants {@code cubic}.
 *
 * @param channels how many radial probes or channels enter
 * @param maxOrder largest order that enters
 */
public record CubicConfig(
        @Param(
                doc =
                        "How many of the radial probes, or channels where the descriptor has them, enter: the first ones.",
                range = "[1, 100]",
                defaultValue = "4")
        int channels,

        @Param(
                doc = "Largest order that enters; products with order 0 are left out, they add little to order-zero and"
                        + " power-spectrum.",
                range = "[1, 9]",
                defaultValue = "3")
        int maxOrder) {}
