package io.github.gmp.models.committee;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

/** Configuration of {@code committee}. */
public record CommitteeConfig(
        @Param(doc = "number of members", defaultValue = "4", range = "[2, 100]")
        int members,

        @Param(doc = "what each member is", kind = RegressorTrainer.class, defaultValue = "{type: snn}")
        ComponentSpec member,

        @Param(
                doc =
                        "train each member on as many structures as there are, drawn from the training set with replacement; needed "
                                + "where a member does not depend on the seed, as ridge",
                defaultValue = "false")
        boolean bootstrap) {}
