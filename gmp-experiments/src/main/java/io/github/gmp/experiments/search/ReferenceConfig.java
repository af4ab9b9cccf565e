package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

/**
 * A hand-picked pair to measure the search against.
 *
 * @param name name in table and plot
 * @param descriptor the descriptor
 * @param regressor the regressor
 */
public record ReferenceConfig(
        @Param(doc = "Name in the table of references.") String name,

        @Param(doc = "The descriptor.", kind = "descriptor") ComponentSpec descriptor,

        @Param(doc = "The regressor.", kind = "regressor") ComponentSpec regressor) {}
