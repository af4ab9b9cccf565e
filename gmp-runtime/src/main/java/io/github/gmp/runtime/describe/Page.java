package io.github.gmp.runtime.describe;

import java.util.List;
import java.util.stream.Collectors;

/** Lays out a description, for the terminal and for the reference page. */
final class Page {
    static final String MARKDOWN_HEAD = """
            # Reference of components and configuration files

            Generated from the configuration records by `./gmp describe --markdown > docs/reference.md`; do not edit.
            Keys below a dot are nested, `[]` stands for every item of a list. Defaults are written as in YAML.
            A component is given as `{type: NAME, ...}` or, if all its keys have defaults, just by its name.
            """;

    private Page() {}

    static String text(Described described, int width) {
        StringBuilder text = new StringBuilder(described.title());
        if (!described.plugin().isEmpty()) {
            text.append("   from plugin ")
                    .append(described.plugin())
                    .append(' ')
                    .append(described.origin());
        }
        text.append("\n\n");
        TextTable.wrap(described.description(), width - 2)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        if (described.rows().isEmpty()) {
            text.append("\nNo parameters.\n");
        } else {
            text.append("\nParameters:\n").append(parameterTable(described.rows(), width));
        }
        if (!described.presets().isEmpty()) {
            text.append("\nPresets (key 'preset'; other keys given override it; '--preset NAME' shows one as YAML):\n");
            TextTable.wrap(String.join(", ", described.presets().keySet()), width - 2)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        text.append("\nExample:\n");
        described.example().lines().forEach(line -> text.append("  ")
                .append(line)
                .append('\n'));
        return text.toString();
    }

    private static TextTable parameterTable(List<ParameterRow> rows, int width) {
        boolean units = rows.stream().anyMatch(row -> !row.unit().isEmpty());
        boolean ranges = rows.stream().anyMatch(row -> !row.range().isEmpty());
        TextTable table = new TextTable(width);
        table.add(List.of("KEY", "TYPE", units ? "UNIT" : "", "DEFAULT", ranges ? "RANGE" : "", "MEANING"));
        rows.forEach(row ->
                table.add(List.of(row.key(), row.type(), row.unit(), row.defaultText(), row.range(), row.doc())));
        return table;
    }

    static String markdown(Described described) {
        StringBuilder text =
                new StringBuilder("### `").append(described.title()).append("`\n\n");
        text.append(described.description()).append('\n');
        if (!described.plugin().isEmpty()) {
            text.append("\nPlugin: ").append(described.plugin()).append(".\n");
        }
        if (!described.rows().isEmpty()) {
            text.append("\n| key | type | unit | default | range | meaning |\n|---|---|---|---|---|---|\n");
            described.rows().forEach(row -> text.append(markdownRow(row)));
        }
        if (!described.presets().isEmpty()) {
            text.append("\nPresets: ")
                    .append(described.presets().keySet().stream()
                            .map(name -> "`" + name + "`")
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        return text.append("\n```yaml\n")
                .append(described.example())
                .append("```\n")
                .toString();
    }

    private static String markdownRow(ParameterRow row) {
        String defaultText = row.defaultText().isEmpty() || row.defaultText().equals("required")
                ? row.defaultText()
                : "`" + row.defaultText() + "`";
        return "| `" + row.key() + "` | " + row.type() + " | " + row.unit() + " | " + defaultText + " | " + row.range()
                + " | " + row.doc().replace("|", "\\|") + " |\n";
    }
}
