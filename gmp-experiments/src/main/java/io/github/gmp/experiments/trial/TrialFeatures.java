package io.github.gmp.experiments.trial;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.runtime.features.FeatureSet;

/**
 * The features of a trial.
 *
 * @param descriptor the descriptor, fitted to the training set if it takes constants from it
 * @param train features of the training structures
 * @param validation features of the validation structures
 * @param test features of the test structures
 */
public record TrialFeatures(Descriptor descriptor, FeatureSet train, FeatureSet validation, FeatureSet test) {}
