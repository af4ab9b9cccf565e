package io.github.gmp.experiments.search;

import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.ChartRenderer;
import io.github.gmp.experiments.report.ReportPage;

import java.util.ArrayList;
import java.util.List;

/** The charts of a search: all trials with their front, and how the front grew. */
record SearchCharts(SearchResult result, String unit) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;
    private static final double MILLI = 1000;

    List<ReportPage.Figure> figures() {
        ChartRenderer renderer = new ChartRenderer(WIDTH, HEIGHT, true);
        return List.of(
                new ReportPage.Figure(
                        "Error against cost",
                        renderer.svg(front()),
                        "Every trial that finished; the line connects the front."),
                new ReportPage.Figure(
                        "Progress",
                        renderer.svg(progress()),
                        "Hypervolume of the front after each trial: the area it dominates in the plane of the logarithms of"
                                + " cost and error. A flat end says that more trials would find little."));
    }

    private Chart front() {
        Chart.Style dots = new Chart.Style(ChartColor.MUTED, Chart.Marker.CIRCLE, Chart.Line.NONE);
        Chart.Style line = new Chart.Style(ChartColor.series(1), Chart.Marker.DIAMOND, Chart.Line.SOLID);
        Chart.Style squares = new Chart.Style(ChartColor.series(2), Chart.Marker.SQUARE, Chart.Line.NONE);
        return new Chart(
                "Validation error against operations per atom of all trials, with the Pareto front",
                new Chart.Axis("operations per atom", true),
                new Chart.Axis("validation MAE (" + unit + ")", true),
                List.of(
                                new Chart.Series("all trials", points(result.finished()), dots),
                                new Chart.Series("Pareto front", points(result.front()), line),
                                new Chart.Series("hand-picked", references(), squares))
                        .stream()
                        .filter(series -> !series.points().isEmpty())
                        .toList());
    }

    private List<Chart.Point> references() {
        return points(result.references().stream()
                .map(ReferenceTrial::trial)
                .filter(trial -> trial.outcome().isPresent())
                .toList());
    }

    private static List<Chart.Point> points(List<SearchTrial> trials) {
        return trials.stream()
                .map(trial -> trial.outcome().orElseThrow())
                .map(outcome -> new Chart.Point(outcome.operationsPerAtom(), MILLI * outcome.error(), 0))
                .toList();
    }

    private Chart progress() {
        List<Double> hypervolumes = result.hypervolumes();
        List<Chart.Point> points = new ArrayList<>();
        for (int trial = 0; trial < hypervolumes.size(); trial++) {
            points.add(new Chart.Point(trial + 1, hypervolumes.get(trial), 0));
        }
        Chart.Style line = new Chart.Style(ChartColor.series(0), Chart.Marker.NONE, Chart.Line.SOLID);
        return new Chart(
                "Hypervolume of the front after each trial",
                new Chart.Axis("trials", false),
                new Chart.Axis("hypervolume", false),
                List.of(new Chart.Series("hypervolume", points, line)));
    }
}
