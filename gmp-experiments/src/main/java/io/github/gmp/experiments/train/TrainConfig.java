package io.github.gmp.experiments.train;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.files.RunName;

/**
 * The configuration of {@code gmp train}.
 *
 * @param name name of the run
 * @param data the data
 * @param descriptor the descriptor
 * @param regressor the regressor
 * @param seed seed of the training
 * @param forces whether forces are predicted and compared
 */
public record TrainConfig(
        @Param(
                doc = "Name of the run: letters, digits, '.', '_' and '-'. Without --out the results go to the folder"
                        + " runs/NAME.")
        String name,

        @Param(doc = "The structures and how they are divided.")
        DataConfig data,

        @Param(doc = "What turns structures into features.", kind = Descriptor.class)
        ComponentSpec descriptor,

        @Param(doc = "What is trained on the features.", kind = RegressorTrainer.class)
        ComponentSpec regressor,

        @Param(doc = "Seed of initial weights and shuffling.", defaultValue = "0")
        long seed,

        @Param(
                doc = "Whether to predict forces and compare them, where the data have them. Whether they are"
                        + " trained on is up to the regressor (forceWeight).",
                defaultValue = "true")
        boolean forces) {
    /**
     * Checks the name.
     *
     * @throws io.github.gmp.api.plugin.ConfigException if it cannot be that of a folder
     */
    public TrainConfig {
        RunName.require(name);
    }
}
