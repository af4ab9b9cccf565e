package io.github.gmp.experiments.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the SVG document of the chart library into an element that is small, the same every time, and fit to stand inside a page. */
final class SvgText {
    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}");
    private static final Pattern SIZE = Pattern.compile("<svg [^>]*?viewBox=\"0 0 (\\d+) (\\d+)\"[^>]*>");
    private static final Pattern INVISIBLE =
            Pattern.compile("\\s*<(?:rect|path|line)[^>]*style=\"fill:rgb\\(255,255,255\\);fill-opacity:0;[^>]*/>");
    private static final Pattern INVISIBLE_LINE =
            Pattern.compile("\\s*<(?:rect|path|line)[^>]*stroke:rgb\\(255,255,255\\);stroke-opacity:0;[^>]*/>");

    private SvgText() {}

    static String tidy(String document, SvgPalette palette, String description) {
        String svg = document.substring(document.indexOf("<svg"));
        svg = INVISIBLE.matcher(svg).replaceAll("");
        svg = INVISIBLE_LINE.matcher(svg).replaceAll("");
        svg = LONG_NUMBER.matcher(svg).replaceAll(number -> shorten(Double.parseDouble(number.group())));
        svg = palette.apply(svg);
        // Clip paths are named after identity hashes; a page may hold several charts, so the names must also differ
        // between charts.
        String prefix = "clip-" + Integer.toHexString(description.hashCode()) + "-";
        Map<String, String> names = new LinkedHashMap<>();
        svg = CLIP.matcher(svg).replaceAll(clip -> names.computeIfAbsent(clip.group(), name -> prefix + names.size()));
        Matcher size = SIZE.matcher(svg);
        String root = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 $1 $2\" width=\"$1\" height=\"$2\""
                + " role=\"img\" aria-label=\"" + Matcher.quoteReplacement(Html.escape(description)) + "\">";
        return size.replaceFirst(root).strip();
    }

    private static String shorten(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        String shorter = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return shorter.equals("-0") ? "0" : shorter;
    }
}
