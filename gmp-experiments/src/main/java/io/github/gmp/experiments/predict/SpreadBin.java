package io.github.gmp.experiments.predict;

/**
 * Predictions whose spread lies between two powers of two.
 *
 * @param count number of predictions
 * @param spread root of their mean squared spread
 * @param error root of their mean squared error, in the unit of the spread
 */
public record SpreadBin(long count, double spread, double error) {}
