package io.github.gmp.runtime.predict;

import io.github.gmp.api.potential.Extrapolation;
import io.github.gmp.api.potential.Potential;

/**
 * What a model says about a structure, and how far it can be trusted.
 *
 * @param evaluation energy, forces, stress, and the spread of a committee
 * @param extrapolation where its atoms lie outside the training set
 */
public record Prediction(Potential.Evaluation evaluation, Extrapolation extrapolation) {}
