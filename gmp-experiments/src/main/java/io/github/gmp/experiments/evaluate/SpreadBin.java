package io.github.gmp.experiments.evaluate;

import java.util.OptionalDouble;

/**
 * Predictions whose spread lies between two powers of two.
 *
 * @param count number of predictions
 * @param spread root of their mean squared spread
 * @param error root of their mean squared error, in the unit of the spread
 */
public record SpreadBin(long count, double spread, double error) {
    /** {@return the error over spread: 1 where the spread is right, more where it is too small; empty where it is zero} */
    public OptionalDouble ratio() {
        return spread > 0 ? OptionalDouble.of(error / spread) : OptionalDouble.empty();
    }
}
