package io.github.gmp.runtime.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The allowed range of a number, as {@link io.github.gmp.api.plugin.Param#range()} writes it: {@code "(0, inf)"}, {@code "[0, 9]"}.
 *
 * @param low the lower end
 * @param lowIncluded whether the lower end is allowed
 * @param high the upper end
 * @param highIncluded whether the upper end is allowed
 */
record Interval(double low, boolean lowIncluded, double high, boolean highIncluded) {
    /** Any finite number. */
    static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    private static final Pattern SYNTAX = Pattern.compile("([(\\[])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([)\\]])");

    /**
     * {@return the interval}
     *
     * @param text the interval; empty for any finite number
     * @throws IllegalArgumentException if the text is not an interval or contains nothing
     */
    static Interval parse(String text) {
        if (text.isEmpty()) {
            return ALL;
        }
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an interval like (0, inf) or [0, 9]");
        }
        double low = bound(matcher.group(2), text);
        double high = bound(matcher.group(3), text);
        if (!(low < high || low == high && text.startsWith("[") && text.endsWith("]"))) {
            throw new IllegalArgumentException("the interval '" + text + "' is empty");
        }
        return new Interval(
                low, matcher.group(1).equals("["), high, matcher.group(4).equals("]"));
    }

    private static double bound(String text, String interval) {
        switch (text) {
            case "inf":
                return Double.POSITIVE_INFINITY;
            case "-inf":
                return Double.NEGATIVE_INFINITY;
            default:
                try {
                    return Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("'" + interval + "' is not an interval like (0, inf)", e);
                }
        }
    }

    /**
     * {@return whether it is finite and in the interval}
     *
     * @param number any number
     */
    boolean contains(double number) {
        return Double.isFinite(number)
                && (number > low || lowIncluded && number == low)
                && (number < high || highIncluded && number == high);
    }

    /** {@return a number in the interval, for examples} */
    double sample() {
        if (contains(1)) {
            return 1;
        }
        boolean below = low != Double.NEGATIVE_INFINITY;
        boolean above = high != Double.POSITIVE_INFINITY;
        if (below && above) {
            return low + (high - low) / 2;
        }
        return below ? low + 1 : high - 1;
    }

    /** {@return the interval in words, to follow "a number": {@code greater than 0}, {@code from 0 to 9}; empty if any is allowed} */
    String inWords() {
        boolean below = low != Double.NEGATIVE_INFINITY;
        boolean above = high != Double.POSITIVE_INFINITY;
        if (below && above && lowIncluded && highIncluded) {
            return "from " + number(low) + " to " + number(high);
        }
        String from = below ? (lowIncluded ? "at least " : "greater than ") + number(low) : "";
        String to = above ? (highIncluded ? "at most " : "less than ") + number(high) : "";
        return from + (below && above ? " and " : "") + to;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
