package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.api.task.TaskExecutor;

/**
 * The configuration of {@code gmp featurize}.
 *
 * @param descriptor the descriptor
 * @param executor what computes shards
 */
public record FeaturizeConfig(
        @Param(doc = "What turns structures into features.", kind = Descriptor.class)
        ComponentSpec descriptor,

        @Param(
                doc = "What computes the shards of --shard-atoms; it changes nothing in the files.",
                kind = TaskExecutor.class,
                defaultValue = "{type: local}")
        ComponentSpec executor) {}
