package io.github.gmp.experiments.train;

import io.github.gmp.api.model.EpochRecord;

import java.util.OptionalDouble;

/**
 * A point of a learning curve.
 *
 * @param epoch the epoch
 * @param seconds wall-clock time of training until its end, over all sessions; empty if an earlier session did not write it down
 */
public record CurvePoint(EpochRecord epoch, OptionalDouble seconds) {}
