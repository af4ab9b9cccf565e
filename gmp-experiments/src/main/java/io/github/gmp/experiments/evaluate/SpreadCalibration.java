package io.github.gmp.experiments.evaluate;

import java.util.List;

/**
 * What the spread of a committee says about its errors.
 *
 * @param all all predictions: their error over their spread is the factor by which spreads are to be multiplied
 * @param correlation Pearson's correlation of spread and absolute error; 0 where one of them does not vary
 * @param rankCorrelation Spearman's correlation of the same, which asks for the order alone; 0 where one of them does not vary
 * @param bins the predictions by their spread, from small to large; calibrated where error and spread are alike in each
 */
public record SpreadCalibration(SpreadBin all, double correlation, double rankCorrelation, List<SpreadBin> bins) {
    /** Copies the list. */
    public SpreadCalibration {
        bins = List.copyOf(bins);
    }
}
