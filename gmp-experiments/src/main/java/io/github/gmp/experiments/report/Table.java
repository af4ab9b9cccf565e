package io.github.gmp.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as plain data, for the terminal and for HTML.
 *
 * @param columns the columns
 * @param rows the rows, each with a cell per column
 */
public record Table(List<Column> columns, List<List<Cell>> rows) {
    private static final String GAP = "  ";

    /** @throws IllegalArgumentException if a row has another number of cells than there are columns */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells, the table " + columns.size() + " columns");
            }
        }
    }

    /**
     * A column.
     *
     * @param group what neighboring columns have in common, written once above them; empty for none
     * @param title the title
     * @param numeric whether the cells are numbers, aligned to the right
     */
    public record Column(String group, String title, boolean numeric) {}

    /**
     * A cell.
     *
     * @param text its text; empty if there is nothing to say
     * @param best whether it is the best of its column
     */
    public record Cell(String text, boolean best) {
        /**
         * {@return a cell that is not marked}
         *
         * @param text a text
         */
        public static Cell of(String text) {
            return new Cell(text, false);
        }
    }

    /**
     * {@return the table with the columns of those groups only, in its own order}
     *
     * @param groups groups of columns
     */
    public Table withGroups(List<String> groups) {
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (groups.contains(columns.get(c).group())) {
                kept.add(c);
            }
        }
        return new Table(
                kept.stream().map(columns::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    /** {@return the lines for a terminal; the best of a column has a star} */
    public List<String> text() {
        int count = columns.size();
        int[] widths = new int[count];
        for (int c = 0; c < count; c++) {
            widths[c] = columns.get(c).title().length();
            for (List<Cell> row : rows) {
                widths[c] = Math.max(widths[c], plain(row.get(c)).length());
            }
        }
        List<Span> spans = spans();
        for (Span span : spans) {
            // A group's name may be longer than its columns are wide.
            int missing = span.name().length() - width(span, widths);
            if (missing > 0) {
                widths[span.end() - 1] += missing;
            }
        }
        List<String> lines = new ArrayList<>();
        if (spans.stream().anyMatch(span -> !span.name().isEmpty())) {
            lines.add(groupLine(spans, widths));
        }
        StringBuilder header = new StringBuilder();
        StringBuilder rule = new StringBuilder();
        for (int c = 0; c < count; c++) {
            String gap = c == 0 ? "" : GAP;
            Column column = columns.get(c);
            header.append(gap).append(pad(column.title(), widths[c], column.numeric()));
            rule.append(gap).append("─".repeat(widths[c]));
        }
        lines.add(header.toString().stripTrailing());
        lines.add(rule.toString());
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < count; c++) {
                line.append(c == 0 ? "" : GAP)
                        .append(pad(plain(row.get(c)), widths[c], columns.get(c).numeric()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** {@return a {@code <table>} element; the best of a column has the class {@code best}} */
    public String html() {
        StringBuilder html = new StringBuilder("<table>\n<thead>\n");
        List<Span> spans = spans();
        if (spans.stream().anyMatch(span -> !span.name().isEmpty())) {
            html.append("<tr class=\"groups\">");
            for (Span span : spans) {
                html.append("<th colspan=\"")
                        .append(span.end() - span.begin())
                        .append("\" scope=\"colgroup\"")
                        .append(span.name().isEmpty() ? "" : " class=\"group\"")
                        .append('>')
                        .append(Html.escape(span.name()))
                        .append("</th>");
            }
            html.append("</tr>\n");
        }
        html.append("<tr>");
        for (Column column : columns) {
            html.append("<th scope=\"col\"")
                    .append(column.numeric() ? " class=\"number\"" : "")
                    .append('>')
                    .append(Html.escape(column.title()))
                    .append("</th>");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (List<Cell> row : rows) {
            html.append("<tr>");
            for (int c = 0; c < columns.size(); c++) {
                Cell cell = row.get(c);
                String classes = (columns.get(c).numeric() ? "number" : "text") + (cell.best() ? " best" : "");
                html.append("<td class=\"").append(classes).append("\">");
                html.append(Html.escape(cell.text())).append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    /** Columns {@code begin … end − 1} with the same group. */
    private record Span(String name, int begin, int end) {}

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int begin = 0;
        for (int c = 1; c <= columns.size(); c++) {
            String name = columns.get(begin).group();
            if (c == columns.size() || !columns.get(c).group().equals(name)) {
                spans.add(new Span(name, begin, c));
                begin = c;
            }
        }
        return spans;
    }

    private static int width(Span span, int[] widths) {
        int width = GAP.length() * (span.end() - span.begin() - 1);
        for (int c = span.begin(); c < span.end(); c++) {
            width += widths[c];
        }
        return width;
    }

    private static String groupLine(List<Span> spans, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (Span span : spans) {
            int width = width(span, widths);
            int left = (width - span.name().length()) / 2;
            line.append(span.begin() == 0 ? "" : GAP)
                    .append(" ".repeat(left))
                    .append(span.name())
                    .append(" ".repeat(width - left - span.name().length()));
        }
        return line.toString().stripTrailing();
    }

    private static String plain(Cell cell) {
        return cell.best() ? cell.text() + "*" : cell.text();
    }

    private static String pad(String text, int width, boolean right) {
        String room = " ".repeat(width - text.length());
        return right ? room + text : text + room;
    }
}
