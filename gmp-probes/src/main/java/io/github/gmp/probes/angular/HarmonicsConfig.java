package io.github.gmp.probes.angular;

import io.github.gmp.api.plugin.Param;

import java.util.List;
import java.util.Optional;

/**
 * Configuration of the angular basis {@code mcsh}.
 *
 * @param maxOrder the largest order
 * @param orders exactly these orders instead
 * @param polynomials which polynomials
 */
public record HarmonicsConfig(
        @Param(doc = "Largest order N; all orders 0 to N are used.", defaultValue = "3", range = "[0, 9]")
        int maxOrder,

        @Param(doc = "Exactly these orders instead of 0 to maxOrder.", range = "[0, 9]")
        Optional<List<Integer>> orders,

        @Param(
                doc =
                        "Polynomials: solid = homogeneous harmonics such as 3x^2 - r^2; literal = 3x^2 - 1 with x in Å, as the codes"
                                + " of arXiv:2102.02390 do.",
                defaultValue = "solid")
        PolynomialForm polynomials) {}
