package io.github.gmp.experiments.report;

import java.util.List;

/**
 * A color that a page may redefine (light, dark, print) through a CSS custom property; the value given here is used where no page does.
 *
 * @param variable name of the CSS custom property, e.g. {@code --series-1}
 * @param fallback hexadecimal color, e.g. {@code #2a6fbb}
 */
public record ChartColor(String variable, String fallback) {
    /** Text and axes. */
    public static final ChartColor INK = new ChartColor("--ink", "#1c2430");
    /** Labels of ticks. */
    public static final ChartColor MUTED = new ChartColor("--muted", "#5b6472");
    /** Grid lines. */
    public static final ChartColor GRID = new ChartColor("--grid", "#e3e6ea");

    /** Told apart also with the common color-vision deficiencies (after Okabe and Ito), dark enough for thin lines. */
    private static final List<String> SERIES =
            List.of("#0067a8", "#c8500a", "#00855f", "#b03a86", "#8a6d00", "#4b4fb8", "#2d8fb3", "#6b6b6b");

    /**
     * {@return the color of the series of that index, starting over when they run out}
     *
     * @param index 0, 1, 2, …
     */
    public static ChartColor series(int index) {
        int number = Math.floorMod(index, SERIES.size());
        return new ChartColor("--series-" + (number + 1), SERIES.get(number));
    }

    /** {@return the color as a CSS value} */
    public String css() {
        return "var(" + variable + "," + fallback + ")";
    }
}
