package io.github.gmp.experiments.report;

/** The small picture beside a name in a legend. */
final class LegendKey {
    private LegendKey() {}

    static String svg(Chart.Style style) {
        // CSS variables work in the style attribute, not in fill and stroke themselves.
        String fill = " style=\"fill:" + style.color().css() + "\"/>";
        String stroke = " style=\"stroke-width:2;stroke:" + style.color().css();
        String line =
                switch (style.line()) {
                    case NONE -> "";
                    case SOLID -> "<path d=\"M1 8H25\"" + stroke + "\"/>";
                    case DASHED -> "<path d=\"M1 8H25\"" + stroke + ";stroke-dasharray:5 4\"/>";
                };
        String marker =
                switch (style.marker()) {
                    case NONE -> "";
                    case CIRCLE -> "<circle cx=\"13\" cy=\"8\" r=\"4.5\"" + fill;
                    case SQUARE -> "<path d=\"M8.5 3.5h9v9h-9z\"" + fill;
                    case DIAMOND -> "<path d=\"M13 2.5L18.5 8L13 13.5L7.5 8z\"" + fill;
                    case TRIANGLE_UP -> "<path d=\"M13 3L18 12.5H8z\"" + fill;
                    case TRIANGLE_DOWN -> "<path d=\"M13 13L8 3.5H18z\"" + fill;
                };
        return "<svg class=\"key\" viewBox=\"0 0 26 16\" width=\"26\" height=\"16\" aria-hidden=\"true\">" + line
                + marker + "</svg>";
    }
}
