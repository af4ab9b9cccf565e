package io.github.gmp.experiments.describe;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text; the last column is wrapped to the width. */
final class TextTable {
    private static final int NARROWEST_LAST_COLUMN = 36;
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
        if (rows.isEmpty()) {
            return "";
        }
        int last = rows.get(0).size() - 1;
        int[] widths = new int[last];
        for (List<String> row : rows) {
            for (int c = 0; c < last; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        int used = INDENT.length();
        for (int w : widths) {
            used += w == 0 ? 0 : w + GAP.length();
        }
        int lastWidth = Math.max(NARROWEST_LAST_COLUMN, width - used);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            List<String> lines = wrap(row.get(last), lastWidth);
            StringBuilder first = new StringBuilder(INDENT);
            for (int c = 0; c < last; c++) {
                // A column without a single entry is not shown.
                if (widths[c] > 0) {
                    first.append(row.get(c))
                            .append(" ".repeat(widths[c] - row.get(c).length()))
                            .append(GAP);
                }
            }
            text.append((first + lines.get(0)).stripTrailing()).append('\n');
            for (String line : lines.subList(1, lines.size())) {
                text.append(" ".repeat(used)).append(line).append('\n');
            }
        }
        return text.toString();
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
