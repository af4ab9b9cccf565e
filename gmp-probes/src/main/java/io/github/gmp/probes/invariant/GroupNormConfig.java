package io.github.gmp.probes.invariant;

import io.github.gmp.api.plugin.Param;

/**
 * Configuration of the invariants {@code group-norm}.
 *
 * @param signedSingles whether groups of one member keep the sign of their moment
 */
public record GroupNormConfig(
        @Param(
                doc = "Give groups of one member, (0,0,0), (1,1,1), (2,2,2), (3,3,3), as the signed moment, as the"
                        + " published code does, instead of |mu| as Eq. 3 says.",
                defaultValue = "false")
        boolean signedSingles) {}
