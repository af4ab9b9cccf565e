package io.github.gmp.experiments.search.finished;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.compare.Statistic;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.ChartRenderer;
import io.github.gmp.experiments.report.Csv;
import io.github.gmp.experiments.report.ReportPage;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.RunDirectory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several finished searches side by side: how their fronts grew, and what they came to at equal cost. */
public final class Overlay {
    private static final String PAGE = "overlay.html";
    /** Bars at every trial would hide the lines. */
    private static final int BARS = 10;

    private final SearchOverlay overlay;
    private final Optional<EqualCost> equalCost;

    private Overlay(SearchOverlay overlay) {
        this.overlay = overlay;
        this.equalCost = overlay.equalCost();
    }

    /**
     * Reads searches and writes overlay.html and overlay.csv.
     *
     * @param searches folders of finished searches of the same data for the same objectives
     * @param out folder to write to
     * @return what to show
     * @throws DataException if one is not finished, or they do not compare
     */
    public static OverlayResult write(List<Path> searches, Path out) {
        SearchOverlay overlay = SearchOverlay.of(searches);
        Overlay report = new Overlay(overlay);
        try (RunDirectory directory = RunDirectory.open(out)) {
            AtomicFile.replace(directory.file("overlay.csv"), Csv.text(report.csv()));
            AtomicFile.replace(directory.file(PAGE), report.page());
            return new OverlayResult(
                    overlay.table().text(),
                    report.equalCost.stream()
                            .flatMap(EqualCostReport::tables)
                            .map(Table::text)
                            .toList(),
                    overlay.notes(),
                    directory.file(PAGE));
        }
    }

    private List<List<String>> csv() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("search", "folder", "seed", "trial", "hypervolume"));
        for (SearchOverlay.Group group : overlay.groups()) {
            for (SearchOverlay.Curve curve : group.curves()) {
                for (int trial = 1; trial <= curve.hypervolumes().size(); trial++) {
                    rows.add(List.of(
                            group.title(),
                            curve.search().folder().toString(),
                            String.valueOf(curve.search().configuration().get("seed")),
                            String.valueOf(trial),
                            String.valueOf(curve.hypervolumes().get(trial - 1))));
                }
            }
        }
        return rows;
    }

    private String page() {
        ReportPage page = new ReportPage(
                "Searches side by side",
                "Hypervolume after each trial: how much of the space of the logarithms of the objectives the front"
                        + " dominates, up to the worst values of all these searches. Larger is better.");
        if (!overlay.notes().isEmpty()) {
            page.notice(overlay.notes());
        }
        page.figures(List.of(new ReportPage.Figure(
                "Progress",
                new ChartRenderer(760, 460, true).svg(chart()),
                "Mean over the seeds, with the standard deviation as bars. Trials of all rungs count alike.")));
        page.table(overlay.table(), "After a quarter, half and all of the trials that every search has.");
        equalCost.ifPresent(found -> EqualCostReport.write(found, page));
        Map<String, String> folders = new LinkedHashMap<>();
        overlay.groups()
                .forEach(group -> folders.put(
                        group.title(),
                        String.join(
                                ", ",
                                group.curves().stream()
                                        .map(curve -> curve.search().folder() + " (seed "
                                                + curve.search().configuration().get("seed") + ")")
                                        .toList())));
        page.section("Searches").facts(folders);
        page.paragraph("Data: SHA-256 "
                + overlay.groups().get(0).curves().get(0).search().dataHash());
        return page.html();
    }

    private Chart chart() {
        List<Chart.Series> series = new ArrayList<>();
        int longest = 1;
        for (int g = 0; g < overlay.groups().size(); g++) {
            SearchOverlay.Group group = overlay.groups().get(g);
            longest = Math.max(longest, group.trials());
            series.add(new Chart.Series(
                    group.title(),
                    points(group),
                    new Chart.Style(ChartColor.series(g), Chart.Marker.NONE, Chart.Line.SOLID)));
        }
        int end = longest;
        overlay.handPicked()
                .ifPresent(volume -> series.add(new Chart.Series(
                        "hand-picked",
                        List.of(new Chart.Point(1, volume, 0), new Chart.Point(end, volume, 0)),
                        new Chart.Style(ChartColor.MUTED, Chart.Marker.NONE, Chart.Line.DASHED))));
        return new Chart(
                "Hypervolume of the front after each trial, for each algorithm",
                new Chart.Axis("trials", false),
                new Chart.Axis("hypervolume", false),
                series);
    }

    private static List<Chart.Point> points(SearchOverlay.Group group) {
        List<Chart.Point> points = new ArrayList<>();
        int every = Math.max(1, group.trials() / BARS);
        for (int trial = 1; trial <= group.trials(); trial++) {
            Statistic volume = group.after(trial);
            points.add(new Chart.Point(trial, volume.mean(), trial % every == 0 ? volume.deviation() : 0));
        }
        return points;
    }
}
