package io.github.gmp.experiments.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Puts together a self-contained HTML page: one file, no scripts, nothing loaded from elsewhere; for screen (light, dark) and print. */
public final class ReportPage {
    private final StringBuilder body = new StringBuilder();
    private final String title;

    /**
     * @param title the title
     * @param lead what the page is about, in a sentence or two
     */
    public ReportPage(String title, String lead) {
        this.title = title;
        body.append("<header>\n<h1>").append(Html.escape(title)).append("</h1>\n");
        body.append("<p class=\"lead\">").append(Html.escape(lead)).append("</p>\n</header>\n");
    }

    /**
     * Starts a section.
     *
     * @param heading its heading
     * @return this
     */
    public ReportPage section(String heading) {
        body.append("<h2>").append(Html.escape(heading)).append("</h2>\n");
        return this;
    }

    /**
     * {@return this}
     *
     * @param text plain text
     */
    public ReportPage paragraph(String text) {
        body.append("<p>").append(Html.escape(text)).append("</p>\n");
        return this;
    }

    /**
     * {@return this}
     *
     * @param items plain texts
     */
    public ReportPage list(List<String> items) {
        body.append("<ul>\n");
        items.forEach(item -> body.append("<li>").append(Html.escape(item)).append("</li>\n"));
        body.append("</ul>\n");
        return this;
    }

    /**
     * {@return this}
     *
     * @param texts plain texts, each a paragraph of a box that catches the eye
     */
    public ReportPage notice(List<String> texts) {
        body.append("<div class=\"notice\" role=\"note\">\n");
        texts.forEach(text -> body.append("<p>").append(Html.escape(text)).append("</p>\n"));
        body.append("</div>\n");
        return this;
    }

    /**
     * {@return this}
     *
     * @param facts names and values
     */
    public ReportPage facts(Map<String, String> facts) {
        body.append("<dl>\n");
        facts.forEach((name, value) -> body.append("<dt>")
                .append(Html.escape(name))
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd>\n"));
        body.append("</dl>\n");
        return this;
    }

    /**
     * {@return this}
     *
     * @param table a table
     * @param caption what it shows
     */
    public ReportPage table(Table table, String caption) {
        body.append("<figure class=\"table\">\n<div class=\"scroll\">\n")
                .append(table.html())
                .append("</div>\n");
        body.append("<figcaption>").append(Html.escape(caption)).append("</figcaption>\n</figure>\n");
        return this;
    }

    /**
     * A chart with its words.
     *
     * @param heading short heading
     * @param svg an {@code <svg>} element
     * @param caption what it shows
     */
    public record Figure(String heading, String svg, String caption) {}

    /**
     * {@return this}
     *
     * @param figures charts, side by side where the window is wide enough
     */
    public ReportPage figures(List<Figure> figures) {
        body.append("<div class=\"charts\">\n");
        for (Figure figure : figures) {
            body.append("<figure class=\"chart\">\n<h3>")
                    .append(Html.escape(figure.heading()))
                    .append("</h3>\n");
            body.append(figure.svg()).append("\n<figcaption>");
            body.append(Html.escape(figure.caption())).append("</figcaption>\n</figure>\n");
        }
        body.append("</div>\n");
        return this;
    }

    /**
     * A legend for several charts.
     *
     * @param entries names and how they are drawn
     * @return this
     */
    public ReportPage legend(Map<String, Chart.Style> entries) {
        body.append("<ul class=\"legend\">\n");
        entries.forEach((name, style) -> body.append("<li>")
                .append(LegendKey.svg(style))
                .append(Html.escape(name))
                .append("</li>\n"));
        body.append("</ul>\n");
        return this;
    }

    /**
     * Text as it is, folded away behind its heading.
     *
     * @param heading the heading
     * @param text the text
     * @return this
     */
    public ReportPage folded(String heading, String text) {
        body.append("<details>\n<summary>").append(Html.escape(heading)).append("</summary>\n<pre>");
        body.append(Html.escape(text)).append("</pre>\n</details>\n");
        return this;
    }

    /** {@return the page} */
    public String html() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
                + Html.escape(title) + "</title>\n<style>\n" + styleSheet() + "</style>\n</head>\n<body>\n<main>\n"
                + body + "</main>\n</body>\n</html>\n";
    }

    private static String styleSheet() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
