package io.github.gmp.experiments.features;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

/**
 * The configuration of {@code gmp featurize}.
 *
 * @param descriptor the descriptor
 */
public record FeaturizeConfig(
        @Param(doc = "What turns structures into features.", kind = "descriptor")
        ComponentSpec descriptor) {}
