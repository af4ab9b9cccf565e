package io.github.gmp.runtime.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An ingest report in words. */
public final class IngestReportText {
    private static final int LABEL_WIDTH = 20;

    private final Map<String, String> facts = new LinkedHashMap<>();

    private IngestReportText() {}

    /**
     * {@return what it found, by name; without the warnings}
     *
     * @param report a report
     */
    public static Map<String, String> facts(IngestReport report) {
        IngestReportText text = new IngestReportText();
        text.content(report);
        text.labels(report);
        text.geometry(report);
        return text.facts;
    }

    /**
     * {@return a line for each}
     *
     * @param facts values by name
     */
    public static List<String> lines(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey()
                        + " ".repeat(Math.max(1, LABEL_WIDTH - fact.getKey().length()))
                        + fact.getValue())
                .toList();
    }

    /**
     * {@return a line for each, or one that says that there are none}
     *
     * @param warnings warnings
     */
    public static List<String> warningLines(List<String> warnings) {
        return warnings.isEmpty()
                ? List.of("No warnings.")
                : warnings.stream().map(warning -> "WARNING: " + warning).toList();
    }

    private void content(IngestReport report) {
        add(report.files().size() == 1 ? "file" : "files", String.join(", ", report.files()));
        String isolated = report.isolatedAtoms() == 0
                ? ""
                : String.format(Locale.ROOT, " (%,d of them isolated atoms)", report.isolatedAtoms());
        add("frames", String.format(Locale.ROOT, "%,d%s", report.frames(), isolated));
        report.atomsPerFrame()
                .ifPresent(range -> add(
                        "atoms",
                        String.format(
                                Locale.ROOT,
                                "%,d; per frame %s",
                                report.atoms(),
                                range.min() == range.max()
                                        ? String.format(Locale.ROOT, "%.0f", range.min())
                                        : String.format(Locale.ROOT, "%.0f ... %.0f", range.min(), range.max()))));
        add(
                "elements",
                report.elements().entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT, "%s %,d", entry.getKey().symbol(), entry.getValue()))
                        .collect(Collectors.joining(", ")));
        if (!report.configTypes().isEmpty()) {
            add("config_type", counts(report.configTypes()));
        }
    }

    private void labels(IngestReport report) {
        for (String label : List.of("energy", "forces", "stress")) {
            Map<String, Long> keys = report.labelKeys().get(label);
            String missing = report.missingLabels().containsKey(label)
                    ? String.format(
                            Locale.ROOT,
                            "; %,d frames without",
                            report.missingLabels().get(label))
                    : "";
            add(label, keys == null ? "none" : "from " + counts(keys) + missing);
        }
        report.energy().ifPresent(range -> add("energy range", range("%.3f", range) + " eV"));
        report.energyPerAtom().ifPresent(range -> add("energy per atom", range("%.4f", range) + " eV/atom"));
        report.forces()
                .ifPresent(range -> add(
                        "force length",
                        String.format(Locale.ROOT, "%s eV/Å, mean %.3f", range("%.3f", range), report.meanForce())));
    }

    private void geometry(IngestReport report) {
        report.shortestDistance()
                .ifPresent(shortest -> add(
                        "shortest distance",
                        String.format(
                                Locale.ROOT,
                                "%.3f Å, %s-%s (%s)",
                                shortest.distance(),
                                shortest.first().symbol(),
                                shortest.second().symbol(),
                                shortest.where())));
        add(
                "periodicity",
                report.periodicAxes().entrySet().stream()
                        .map(entry -> (entry.getKey() == 0 ? "none" : entry.getKey() + " axes")
                                + String.format(Locale.ROOT, " (%,d)", entry.getValue()))
                        .collect(Collectors.joining(", ")));
        add("duplicates", report.duplicates() == 0 ? "none" : String.format(Locale.ROOT, "%,d", report.duplicates()));
    }

    private void add(String label, String value) {
        facts.put(label, value);
    }

    private static String range(String format, Range range) {
        return String.format(Locale.ROOT, format + " ... " + format, range.min(), range.max());
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s (%,d)", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
