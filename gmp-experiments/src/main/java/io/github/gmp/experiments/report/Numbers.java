package io.github.gmp.experiments.report;

import java.util.Locale;

/** Numbers as reports print them, independent of the user's locale. */
public final class Numbers {
    private Numbers() {}

    /**
     * About three significant digits, without an exponent: 0.00123, 1.23, 12.3, 123, 1230.
     *
     * @param value a number
     * @return its text
     */
    public static String significant(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        return fixed(value, decimals(value));
    }

    /**
     * Mean and standard deviation with the same number of decimals, at least one, e.g. {@code 12.3 ± 0.4}.
     *
     * @param mean the mean
     * @param deviation the standard deviation
     * @return the text
     */
    public static String meanAndDeviation(double mean, double deviation) {
        int decimals = Math.max(1, decimals(mean));
        return fixed(mean, decimals) + " ± " + fixed(deviation, decimals);
    }

    /**
     * @param value a number
     * @param decimals digits after the point
     * @return its text
     */
    public static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /**
     * @param value a count
     * @return its digits in groups of three, e.g. {@code 14,701}
     */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static int decimals(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 1;
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return Math.max(0, Math.min(6, 2 - magnitude));
    }
}
