package io.github.gmp.experiments.evaluate;

/**
 * Errors on a set of structures, and some of its predictions to draw.
 *
 * @param name what the set is called
 * @param report the errors
 * @param parity some of the predictions
 */
public record SetEvaluation(String name, EvaluateResult report, ParitySample parity) {}
