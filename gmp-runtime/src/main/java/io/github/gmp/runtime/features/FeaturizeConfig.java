package io.github.gmp.runtime.features;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

/**
 * The configuration of {@code gmp featurize}.
 *
 * @param descriptor the descriptor
 * @param executor what computes shards
 */
public record FeaturizeConfig(
        @Param(doc = "What turns structures into features.", kind = "descriptor")
        ComponentSpec descriptor,

        @Param(
                doc = "What computes the shards of --shard-atoms; it changes nothing in the files.",
                kind = "executor",
                defaultValue = "{type: local}")
        ComponentSpec executor) {}
