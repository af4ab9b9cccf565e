package io.github.gmp.experiments.cli;

import io.github.gmp.experiments.dataset.IngestReport;
import io.github.gmp.experiments.dataset.Range;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An ingest report as lines for a terminal. */
final class IngestReportText {
    private static final int LABEL_WIDTH = 20;

    private final List<String> lines = new ArrayList<>();

    private IngestReportText() {}

    static List<String> lines(IngestReport report) {
        IngestReportText text = new IngestReportText();
        text.content(report);
        text.labels(report);
        text.geometry(report);
        text.warnings(report);
        return text.lines;
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

    private void warnings(IngestReport report) {
        lines.add("");
        if (report.warnings().isEmpty()) {
            lines.add("No warnings.");
        }
        report.warnings().forEach(warning -> lines.add("WARNING: " + warning));
    }

    private void add(String label, String value) {
        lines.add(label + " ".repeat(LABEL_WIDTH - label.length()) + value);
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
