package io.github.gmp.benchmarks;

import org.openjdk.jmh.util.ListStatistics;

import java.util.List;
import java.util.Locale;

/**
 * What a benchmark measured: iterations of all its processes.
 *
 * @param mean their mean
 * @param error half of the 99.9 % confidence interval of the mean; not a number for fewer than three iterations
 * @param least the smallest of them: other work on the machine can only add
 */
record Figure(double mean, double error, double least) {
    private static final double CONFIDENCE = 0.999;

    static Figure of(List<Double> iterations) {
        ListStatistics statistics = new ListStatistics(
                iterations.stream().mapToDouble(Double::doubleValue).toArray());
        return new Figure(statistics.getMean(), statistics.getMeanErrorAt(CONFIDENCE), statistics.getMin());
    }

    Figure per(double divisor) {
        return new Figure(mean / divisor, error / divisor, least / divisor);
    }

    /** {@return the mean ± error (least)} */
    @Override
    public String toString() {
        String spread = Double.isNaN(error) ? "" : " ± " + number(error);
        return number(mean) + spread + " (" + number(least) + ")";
    }

    /**
     * {@return three significant digits, or all before the point}
     *
     * @param value any number
     */
    static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "–";
        }
        int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
