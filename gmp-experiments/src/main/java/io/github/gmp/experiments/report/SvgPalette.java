package io.github.gmp.experiments.report;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stand-in colors for drawing: each {@link ChartColor} gets an AWT color of its own, recognizable in the drawn text, where the CSS value
 * takes its place. AWT knows no CSS variables.
 */
final class SvgPalette {
    private final Map<ChartColor, Color> standIns = new LinkedHashMap<>();

    /** The stand-in of a color. */
    Color color(ChartColor color) {
        return standIns.computeIfAbsent(color, c -> new Color(1, 2, 3 + standIns.size()));
    }

    /** Puts the CSS values in the places of the stand-ins. */
    String apply(String svg) {
        String result = svg;
        for (Map.Entry<ChartColor, Color> entry : standIns.entrySet()) {
            Color standIn = entry.getValue();
            String drawn = "rgb(" + standIn.getRed() + "," + standIn.getGreen() + "," + standIn.getBlue() + ")";
            result = result.replace(drawn, entry.getKey().css());
        }
        return result;
    }
}
