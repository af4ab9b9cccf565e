package io.github.gmp.experiments.search.finished;

import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.ChartRenderer;
import io.github.gmp.experiments.report.ReportPage;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.report.SearchCharts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Errors at equal cost as tables and charts. */
final class EqualCostReport {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 420;

    private EqualCostReport() {}

    /** {@return a table for each error} */
    static Stream<Table> tables(EqualCost found) {
        return found.objectives().errors().stream().map(found::table);
    }

    /** Adds a section. */
    static void write(EqualCost found, ReportPage page) {
        page.section("At equal cost");
        ChartRenderer renderer = new ChartRenderer(WIDTH, HEIGHT, true);
        page.figures(found.objectives().errors().stream()
                .map(error -> new ReportPage.Figure(
                        SearchCharts.against(error, Objective.COST),
                        renderer.svg(chart(found, error)),
                        "Full trials of all seeds that no cheaper one beats; pairs picked by hand are all shown."))
                .toList());
        tables(found)
                .forEach(table -> page.table(
                        table,
                        "Lowest validation error of all trials that cost no more, in brackets the test error of the same"
                                + " trial; mean and standard deviation over seeds. Each error has its own trial."));
    }

    private static Chart chart(EqualCost found, Objective error) {
        List<Chart.Series> series = new ArrayList<>();
        for (int l = 0; l < found.lines().size(); l++) {
            EqualCost.Line line = found.lines().get(l);
            List<FinishedSearch.Trial> trials = line.handPicked() ? line.seeds().get(0) : line.staircase(error);
            series.add(new Chart.Series(
                    line.title(),
                    trials.stream()
                            .map(trial -> new Chart.Point(
                                    EqualCost.cost(trial),
                                    SearchCharts.shown(error, trial.values().get(error)),
                                    0))
                            .toList(),
                    new Chart.Style(
                            ChartColor.series(l),
                            Chart.Marker.of(l),
                            line.handPicked() ? Chart.Line.NONE : Chart.Line.SOLID)));
        }
        return new Chart(
                "Validation " + error.title() + " against cost of each search and of the hand-picked pairs",
                SearchCharts.axis(Objective.COST),
                SearchCharts.axis(error),
                series);
    }
}
