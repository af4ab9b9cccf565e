package io.github.gmp.experiments.report;

import java.util.Locale;

/**
 * Where an axis begins and ends, and which of its ticks carry a label.
 *
 * @param min beginning
 * @param max end
 * @param logarithmic whether the scale is logarithmic
 */
record AxisRange(double min, double max, boolean logarithmic) {
    private static final double MARGIN = 0.06;
    /** Axes begin at zero if the smallest value is below this share of the largest. */
    private static final double NEAR_ZERO = 0.3;

    private static final double TICK_TOLERANCE = 1e-6;
    /** Up to this ratio of the ends, every whole multiple of a power of ten has room for a label. */
    private static final double FEW_TICKS = 6;

    private static final double MANY_DECADES = 1e3;

    /** Logarithmic ticks stand on whole multiples of powers of ten; shorter ranges than this would show one or two of them. */
    private static final double SHORTEST_LOGARITHMIC = 4;

    /** An axis that shows all values with some room around them; linear where a logarithmic one would be too short for labels. */
    static AxisRange of(double[] values, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (!(low <= high)) {
            return new AxisRange(logarithmic ? 1 : 0, logarithmic ? 10 : 1, logarithmic);
        }
        if (logarithmic && high / low >= SHORTEST_LOGARITHMIC) {
            // Ends on whole multiples of powers of ten, so that even a short axis has labeled ticks.
            double from = wholeBelow(low / 1.08);
            double to = wholeAbove(high * 1.08);
            return new AxisRange(from, to, true);
        }
        double room = high > low ? MARGIN * (high - low) : Math.max(1, Math.abs(high)) * MARGIN;
        double from = low >= 0 && low < NEAR_ZERO * high ? 0 : low - room;
        return new AxisRange(from, high + room, false);
    }

    /** The label of a tick, empty for ticks that stay without. */
    String label(double tick) {
        if (!logarithmic) {
            return format(tick);
        }
        double power = Math.pow(10, Math.floor(Math.log10(tick) + TICK_TOLERANCE));
        double mantissa = tick / power;
        long digit = Math.round(mantissa);
        if (Math.abs(mantissa - digit) > TICK_TOLERANCE * 100) {
            return "";
        }
        double ratio = max / min;
        boolean shown = ratio <= FEW_TICKS || digit == 1 || ratio <= MANY_DECADES && (digit == 2 || digit == 5);
        return shown ? format(digit * power) : "";
    }

    private static double wholeBelow(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return Math.floor(value / power + TICK_TOLERANCE) * power;
    }

    private static double wholeAbove(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return Math.ceil(value / power - TICK_TOLERANCE) * power;
    }

    private static String format(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.0e", value);
        }
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
