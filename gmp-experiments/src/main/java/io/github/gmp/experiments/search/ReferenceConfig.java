package io.github.gmp.experiments.search;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.model.RegressorTrainer;
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

        @Param(doc = "The descriptor.", kind = Descriptor.class)
        ComponentSpec descriptor,

        @Param(doc = "The regressor.", kind = RegressorTrainer.class)
        ComponentSpec regressor) {}
