package io.github.gmp.experiments.report;

import java.util.List;

/**
 * An x-y chart as plain data; {@link ChartRenderer} draws it.
 *
 * @param description what it shows, in a sentence, for readers who cannot see it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, the later over the earlier
 */
public record Chart(String description, Axis x, Axis y, List<Series> series) {
    /** Copies the list. */
    public Chart {
        series = List.copyOf(series);
    }

    /**
     * An axis.
     *
     * @param label what it measures, with the unit
     * @param logarithmic whether equal distances are equal ratios; values that are not positive are then left out
     */
    public record Axis(String label, boolean logarithmic) {}

    /**
     * Points that belong together.
     *
     * @param name unique within the chart
     * @param points in the order in which a line connects them
     * @param style how it is drawn
     */
    public record Series(String name, List<Point> points, Style style) {
        /** Copies the list. */
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A point.
     *
     * @param x horizontal value
     * @param y vertical value
     * @param error half the length of the error bar along y; 0 draws none
     */
    public record Point(double x, double y, double error) {}

    /**
     * How a series is drawn.
     *
     * @param color its color
     * @param marker what stands at each point
     * @param line what connects the points
     */
    public record Style(ChartColor color, Marker marker, Line line) {}

    /** What stands at a point. */
    public enum Marker {
        /** Nothing. */
        NONE,
        /** A disk. */
        CIRCLE,
        /** A square. */
        SQUARE,
        /** A square on its corner. */
        DIAMOND,
        /** A triangle that points up. */
        TRIANGLE_UP,
        /** A triangle that points down. */
        TRIANGLE_DOWN;

        /**
         * {@return the marker of that index, starting over when they run out}
         *
         * @param index 0, 1, 2, …
         */
        public static Marker of(int index) {
            return values()[1 + Math.floorMod(index, values().length - 1)];
        }
    }

    /** What connects points. */
    public enum Line {
        /** Nothing. */
        NONE,
        /** A line. */
        SOLID,
        /** A dashed line. */
        DASHED
    }
}
