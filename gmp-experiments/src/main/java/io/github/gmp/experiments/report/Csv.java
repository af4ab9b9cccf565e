package io.github.gmp.experiments.report;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them, with line feeds. */
public final class Csv {
    private Csv() {}

    /**
     * {@return the text of the file}
     *
     * @param rows rows of fields, the header first
     */
    public static String text(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::field).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static String field(String value) {
        boolean quoted = value.contains(",") || value.contains("\"") || value.contains("\n") || value.contains("\r");
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
