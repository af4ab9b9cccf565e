package io.github.gmp.experiments.compare;

import static io.github.gmp.experiments.compare.CompareTables.MILLI;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.Chart.Axis;
import io.github.gmp.experiments.report.Chart.Line;
import io.github.gmp.experiments.report.Chart.Marker;
import io.github.gmp.experiments.report.Chart.Point;
import io.github.gmp.experiments.report.Chart.Series;
import io.github.gmp.experiments.report.Chart.Style;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.ParetoFront;
import io.github.gmp.experiments.trial.TrialTimes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The plots of a comparison: a color per descriptor, a marker and a line style per regressor. */
final class ComparePlots {
    private static final String FRONT = "Pareto front";
    private static final Style FRONT_STYLE = new Style(ChartColor.INK, Marker.NONE, Line.DASHED);
    /** Enough for a smooth curve, few enough for a small page. */
    private static final int CURVE_POINTS = 240;

    private final ComparedTrials result;
    private final List<PairSummary> rows;
    private final String error;

    ComparePlots(ComparedTrials result) {
        this.result = result;
        this.rows = result.summaries();
        this.error = (result.data().test() > 0 ? "test" : "validation") + " MAE of the energy, meV";
    }

    /** The combinations that no other one beats in both time and error, ascending in time. */
    static List<PairSummary> front(List<PairSummary> rows) {
        return ParetoFront.of(rows, row -> row.time(TrialTimes::predictSecondsPerStructure), row -> row.judgedMae()
                .mean());
    }

    Map<String, Style> legend() {
        Map<String, Style> legend = new LinkedHashMap<>();
        rows.forEach(row ->
                legend.put(row.combination().label(), style(row, curve(row).isEmpty() ? Line.NONE : line(row))));
        legend.put(FRONT, FRONT_STYLE);
        return legend;
    }

    Chart errorAgainstFeatures() {
        return new Chart(
                "Error against number of features",
                new Axis("number of features", true),
                new Axis(error, true),
                points(PairSummary::features));
    }

    Chart errorAgainstTime() {
        List<Series> series = new ArrayList<>();
        List<Point> front = front(rows).stream()
                .map(row -> new Point(milliseconds(row), row.judgedMae().mean() * MILLI, 0))
                .toList();
        series.add(new Series(FRONT, front, FRONT_STYLE));
        series.addAll(points(ComparePlots::milliseconds));
        return new Chart(
                "Error against time per structure",
                new Axis("time per structure for the energy, ms", true),
                new Axis(error, true),
                series);
    }

    /** Empty if no regressor trained in epochs. */
    Optional<Chart> learningCurves() {
        List<Series> series = new ArrayList<>();
        for (PairSummary row : rows) {
            List<Point> curve = curve(row);
            if (!curve.isEmpty()) {
                Style style = style(row, line(row));
                series.add(new Series(
                        row.combination().label(), curve, new Style(style.color(), Marker.NONE, style.line())));
            }
        }
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        "Learning curves",
                        new Axis("epoch", false),
                        new Axis("validation MAE of the energy, meV", true),
                        series));
    }

    private static double milliseconds(PairSummary row) {
        return row.time(TrialTimes::predictSecondsPerStructure) * MILLI;
    }

    private List<Series> points(ToDoubleFunction<PairSummary> x) {
        return rows.stream()
                .map(row -> {
                    Statistic mae = row.judgedMae().times(MILLI);
                    Point point = new Point(x.applyAsDouble(row), mae.mean(), mae.deviation());
                    return new Series(row.combination().label(), List.of(point), style(row, Line.NONE));
                })
                .toList();
    }

    /** Mean over the seeds as far as all of them got. */
    private static List<Point> curve(PairSummary row) {
        int epochs = row.outcomes().stream()
                .mapToInt(outcome -> outcome.history().size())
                .min()
                .orElse(0);
        int step = Math.max(1, epochs / CURVE_POINTS);
        List<Point> points = new ArrayList<>();
        for (int e = 0; e < epochs; e += step) {
            int index = e;
            double mean = row.outcomes().stream()
                    .mapToDouble(outcome -> outcome.history().get(index).validationMae())
                    .average()
                    .orElse(Double.NaN);
            EpochRecord record = row.outcomes().get(0).history().get(index);
            points.add(new Point(record.epoch(), mean * MILLI, 0));
        }
        return points;
    }

    private Style style(PairSummary row, Line line) {
        int descriptor = result.config().descriptors().indexOf(row.combination().descriptor());
        int regressor = result.config().regressors().indexOf(row.combination().regressor());
        return new Style(ChartColor.series(descriptor), Marker.of(regressor), line);
    }

    private Line line(PairSummary row) {
        int regressor = result.config().regressors().indexOf(row.combination().regressor());
        return regressor % 2 == 0 ? Line.SOLID : Line.DASHED;
    }
}
