package io.github.gmp.probes.invariant;

import io.github.gmp.api.plugin.Param;

/**
 * Configuration of the invariants {@code order-norm}.
 *
 * @param root whether to take the root
 */
public record OrderNormConfig(
        @Param(
                doc = "Take the square root; the squared form is differentiable everywhere, the root is not where all"
                        + " moments of an order vanish.",
                defaultValue = "false")
        boolean root) {}
