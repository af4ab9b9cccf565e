package io.github.gmp.runtime.describe;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text whose cells are wrapped: no column but the last is wider than a third of the whole. */
final class TextTable {
    private static final int NARROWEST_LAST_COLUMN = 30;
    private static final int WIDEST_OTHER_COLUMN = 28;
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final int width;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(int width) {
        this.width = width;
    }

    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!rows.isEmpty()) {
            int[] widths = widths();
            rows.forEach(row -> append(row, widths, text));
        }
        return text.toString();
    }

    private int[] widths() {
        int last = rows.get(0).size() - 1;
        int[] widths = new int[last + 1];
        int used = INDENT.length();
        for (int c = 0; c < last; c++) {
            for (List<String> row : rows) {
                for (String line : wrap(row.get(c), WIDEST_OTHER_COLUMN)) {
                    widths[c] = Math.max(widths[c], line.length());
                }
            }
            used += widths[c] == 0 ? 0 : widths[c] + GAP.length();
        }
        widths[last] = Math.max(NARROWEST_LAST_COLUMN, width - used);
        return widths;
    }

    private static void append(List<String> row, int[] widths, StringBuilder text) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int c = 0; c < widths.length; c++) {
            List<String> lines = wrap(row.get(c), Math.max(1, widths[c]));
            cells.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int l = 0; l < height; l++) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int c = 0; c < widths.length; c++) {
                // A column without a single entry takes no room.
                if (widths[c] > 0) {
                    String cell = l < cells.get(c).size() ? cells.get(c).get(l) : "";
                    line.append(cell)
                            .append(" ".repeat(Math.max(0, widths[c] - cell.length())))
                            .append(GAP);
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    /** Breaks text at blanks into lines of at most the given width; longer words stay whole. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
