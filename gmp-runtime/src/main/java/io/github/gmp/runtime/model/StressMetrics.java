package io.github.gmp.runtime.model;

/**
 * Errors of stresses over all nine components of all structures that have one and are periodic along all axes.
 *
 * @param mae mean absolute error, eV/Å³
 * @param rmse root of the mean squared error, eV/Å³
 */
public record StressMetrics(double mae, double rmse) {}
