package io.github.gmp.experiments.train;

import io.github.gmp.runtime.config.BoundConfig;
import io.github.gmp.runtime.dataset.SplitDataset;

import java.nio.file.Path;

/**
 * A training of which everything has been checked that can be checked beforehand.
 *
 * @param config the configuration, values from the data filled in
 * @param data the data, divided
 * @param report what is in the data
 * @param baseDirectory the folder that names of files in the configuration are relative to
 */
public record PreparedTraining(
        BoundConfig<TrainConfig> config, SplitDataset data, DataReport report, Path baseDirectory) {}
