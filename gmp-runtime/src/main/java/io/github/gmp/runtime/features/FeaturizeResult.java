package io.github.gmp.runtime.features;

import java.util.Optional;

/**
 * What was done.
 *
 * @param frames number of structures
 * @param atoms number of atoms
 * @param features number of features
 * @param secondsPerStructure processor time of the features of a structure
 * @param gradients the comparison of gradients, if one was asked for
 */
public record FeaturizeResult(
        long frames, long atoms, int features, double secondsPerStructure, Optional<GradientCheck.Result> gradients) {}
