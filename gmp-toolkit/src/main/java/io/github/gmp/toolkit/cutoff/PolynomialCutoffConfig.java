package io.github.gmp.toolkit.cutoff;

import io.github.gmp.api.plugin.Param;

/**
 * Configuration of the polynomial cutoff functions.
 *
 * @param radius r_c in Å
 * @param vanishingDerivatives p, how many derivatives vanish at both ends
 */
public record PolynomialCutoffConfig(
        @Param(
                doc = "Radius r_c; atoms at this distance and beyond do not contribute.",
                unit = "Å",
                defaultValue = "6.0",
                range = "(0, 100]")
        double radius,

        @Param(
                doc = "How many derivatives vanish at r = 0 and at r_c: 1 to 4 are poly1 to poly4 of n2p2.",
                range = "[1, 4]",
                defaultValue = "2")
        int vanishingDerivatives) {}
