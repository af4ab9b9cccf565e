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
     * {@return its text}
     *
     * @param value a number
     * @param decimals digits after the point
     */
    public static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /**
     * {@return its digits in groups of three, e.g. {@code 14,701}}
     *
     * @param value a count
     */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * {@return the time in a unit that fits, e.g. {@code 0.85 s}, {@code 84 s}, {@code 25 min}, {@code 3.4 h}}
     *
     * @param seconds a time
     */
    public static String duration(double seconds) {
        if (seconds < 10) {
            return fixed(seconds, seconds < 1 ? 2 : 1) + " s";
        }
        if (seconds < 180) {
            return fixed(seconds, 0) + " s";
        }
        return seconds < 7200 ? fixed(seconds / 60, 0) + " min" : fixed(seconds / 3600, 1) + " h";
    }

    /**
     * {@return the size in megabytes, e.g. {@code 0.4 MB}, {@code 1,638 MB}}
     *
     * @param bytes a size
     */
    public static String megabytes(double bytes) {
        return String.format(Locale.ROOT, bytes < 1e7 ? "%.1f MB" : "%,.0f MB", bytes * 1e-6);
    }

    private static int decimals(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 1;
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return Math.max(0, Math.min(6, 2 - magnitude));
    }
}
