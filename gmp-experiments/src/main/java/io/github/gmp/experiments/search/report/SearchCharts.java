package io.github.gmp.experiments.search.report;

import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.ChartRenderer;
import io.github.gmp.experiments.report.ReportPage;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.ReferenceTrial;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;

import java.util.ArrayList;
import java.util.List;

/** The charts of a search: all trials with their front, for each pair of objectives, and how the front grew. */
public record SearchCharts(SearchTrials result) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;
    private static final double MILLI = 1000;

    List<ReportPage.Figure> figures() {
        ChartRenderer renderer = new ChartRenderer(WIDTH, HEIGHT, true);
        List<ReportPage.Figure> figures = new ArrayList<>();
        for (Pair pair : pairs()) {
            figures.add(new ReportPage.Figure(
                    title(pair),
                    renderer.svg(front(pair)),
                    isPlane()
                            ? "Every trial that finished; the line connects the front."
                            : "Every trial that finished. The front is that of all three objectives: here it is seen from"
                                    + " one side."));
        }
        figures.add(new ReportPage.Figure(
                "Progress",
                renderer.svg(progress()),
                "Hypervolume of the front after each trial: how much of the space of the logarithms of the objectives it"
                        + " dominates. A flat end says that more trials would find little."));
        return figures;
    }

    private record Pair(Objective across, Objective up) {}

    private boolean isPlane() {
        return result.objectives().list().size() == 2;
    }

    /** Of every two objectives; the cost, which is what one pays, goes across. */
    private List<Pair> pairs() {
        List<Objective> list = result.objectives().list();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            for (int j = i + 1; j < list.size(); j++) {
                boolean swapped = list.get(j) == Objective.COST;
                pairs.add(swapped ? new Pair(list.get(j), list.get(i)) : new Pair(list.get(i), list.get(j)));
            }
        }
        return pairs;
    }

    private String title(Pair pair) {
        if (isPlane() && pair.across() == Objective.COST) {
            return "Error against cost";
        }
        return against(pair.up(), pair.across());
    }

    public static String against(Objective up, Objective across) {
        return Character.toUpperCase(up.title().charAt(0)) + up.title().substring(1) + " against "
                + (across == Objective.COST ? "cost" : across.title());
    }

    private Chart front(Pair pair) {
        Chart.Style dots = new Chart.Style(ChartColor.MUTED, Chart.Marker.CIRCLE, Chart.Line.NONE);
        Chart.Style line = new Chart.Style(
                ChartColor.series(1), Chart.Marker.DIAMOND, isPlane() ? Chart.Line.SOLID : Chart.Line.NONE);
        Chart.Style squares = new Chart.Style(ChartColor.series(2), Chart.Marker.SQUARE, Chart.Line.NONE);
        return new Chart(
                "Validation " + pair.up().title() + " against " + pair.across().title()
                        + " of all trials, with the Pareto front",
                axis(pair.across()),
                axis(pair.up()),
                List.of(
                                new Chart.Series("all trials", points(result.finished(), pair), dots),
                                new Chart.Series("Pareto front", points(result.front(), pair), line),
                                new Chart.Series("hand-picked", references(pair), squares))
                        .stream()
                        .filter(series -> !series.points().isEmpty())
                        .toList());
    }

    public static Chart.Axis axis(Objective objective) {
        return objective == Objective.COST
                ? new Chart.Axis(objective.title(), true)
                : new Chart.Axis("validation " + objective.title() + " (" + objective.unit() + ")", true);
    }

    private List<Chart.Point> references(Pair pair) {
        return points(
                result.references().stream()
                        .map(ReferenceTrial::trial)
                        .filter(trial -> trial.outcome().isPresent())
                        .toList(),
                pair);
    }

    private static List<Chart.Point> points(List<SearchTrial> trials, Pair pair) {
        return trials.stream()
                .map(SearchTrial::result)
                .map(outcome -> new Chart.Point(
                        shown(pair.across(), pair.across().of(outcome)),
                        shown(pair.up(), pair.up().of(outcome)),
                        0))
                .toList();
    }

    /** In the unit of the axis. */
    public static double shown(Objective objective, double value) {
        return objective.isError() ? MILLI * value : value;
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
