package io.github.gmp.runtime.model;

/**
 * Errors of forces over all 3N components of all structures.
 *
 * @param mae mean absolute error, eV/Å
 * @param rmse root of the mean squared error, eV/Å
 */
public record ForceMetrics(double mae, double rmse) {}
