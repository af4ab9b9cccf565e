package io.github.gmp.runtime.model;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.api.potential.Potential;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A trained potential with all that a model file stores beside it.
 *
 * @param potential the potential
 * @param descriptor resolved configuration of its descriptor
 * @param regressor resolved configuration of its regressor
 * @param baseDirectory the folder that file names in the configuration start from
 * @param configuration the whole resolved configuration of the run
 * @param featureRanges range of every feature over the training set
 * @param validation errors on the validation set
 * @param test errors on the test set, if there was one
 * @param provenance where it comes from
 */
public record TrainedModel(
        Potential potential,
        ComponentSpec descriptor,
        ComponentSpec regressor,
        Path baseDirectory,
        Map<String, Object> configuration,
        FeatureRanges featureRanges,
        Metrics validation,
        Optional<Metrics> test,
        Provenance provenance) {}
