package io.github.gmp.experiments.compare;

import java.util.Arrays;

/**
 * A quantity over several seeds.
 *
 * @param mean arithmetic mean
 * @param deviation sample standard deviation (divided by count − 1); 0 for one value
 * @param count number of values
 */
public record Statistic(double mean, double deviation, int count) {
    /**
     * {@return their mean and deviation}
     *
     * @param values values
     * @throws IllegalArgumentException if there are no values
     */
    public static Statistic of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
        return new Statistic(mean, deviation, values.length);
    }

    /**
     * {@return the same of values times that factor}
     *
     * @param factor a factor
     */
    public Statistic times(double factor) {
        return new Statistic(mean * factor, deviation * factor, count);
    }
}
