package io.github.gmp.experiments.train;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The learning curve of a training as charts, against epochs or against time. */
final class CurveCharts {
    private static final double MILLI = 1e3;
    /** Enough for a smooth curve, few enough for a small page. */
    private static final int POINTS = 240;

    private static final Chart.Style TRAINING =
            new Chart.Style(ChartColor.series(0), Chart.Marker.NONE, Chart.Line.DASHED);
    private static final Chart.Style VALIDATION =
            new Chart.Style(ChartColor.series(1), Chart.Marker.NONE, Chart.Line.SOLID);

    private final List<CurvePoint> curve;

    /** @param curve the learning curve, one point at least */
    CurveCharts(List<CurvePoint> curve) {
        int step = Math.max(1, (curve.size() + POINTS - 1) / POINTS);
        this.curve = new ArrayList<>();
        for (int e = 0; e < curve.size(); e++) {
            // The last one is what the training ended with.
            if (e % step == 0 || e == curve.size() - 1) {
                this.curve.add(curve.get(e));
            }
        }
    }

    /** {@return the charts by heading, with epochs along x} */
    Map<String, Chart> againstEpochs() {
        return charts("epoch", point -> Optional.of((double) point.epoch().epoch()));
    }

    /** {@return the charts by heading, with the time of training along x; none if no times are known} */
    Map<String, Chart> againstTime() {
        boolean timed = curve.stream().anyMatch(point -> point.seconds().isPresent());
        return timed ? charts("time, s", point -> optional(point.seconds())) : Map.of();
    }

    private Map<String, Chart> charts(String along, Function<CurvePoint, Optional<Double>> x) {
        String against = along.equals("epoch") ? " against epoch" : " against time";
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put(
                "Loss",
                chart(
                        "Loss on the training set" + against,
                        along,
                        "training loss",
                        List.of(series("training", TRAINING, x, epoch -> Optional.of(epoch.trainingLoss())))));
        charts.put(
                "Energy",
                chart(
                        "Energy errors" + against,
                        along,
                        "MAE of the energy, meV",
                        List.of(
                                series("training", TRAINING, x, epoch -> Optional.of(MILLI * epoch.trainingMae())),
                                series(
                                        "validation",
                                        VALIDATION,
                                        x,
                                        epoch -> Optional.of(MILLI * epoch.validationMae())))));
        if (curve.stream().anyMatch(point -> point.epoch().validationForceMae().isPresent())) {
            charts.put(
                    "Forces",
                    chart(
                            "Force errors" + against,
                            along,
                            "MAE of the forces, meV/Å",
                            List.of(series("validation", VALIDATION, x, epoch -> optional(epoch.validationForceMae())
                                    .map(mae -> MILLI * mae)))));
        }
        charts.put(
                "Learning rate",
                chart(
                        "Learning rate" + against,
                        along,
                        "learning rate",
                        List.of(series("learning rate", TRAINING, x, epoch -> Optional.of(epoch.learningRate())))));
        return charts;
    }

    private static Chart chart(String description, String along, String label, List<Chart.Series> series) {
        return new Chart(description, new Chart.Axis(along, false), new Chart.Axis(label, true), series);
    }

    private Chart.Series series(
            String name,
            Chart.Style style,
            Function<CurvePoint, Optional<Double>> x,
            Function<EpochRecord, Optional<Double>> y) {
        List<Chart.Point> points = new ArrayList<>();
        for (CurvePoint point : curve) {
            x.apply(point).ifPresent(along -> y.apply(point.epoch())
                    .ifPresent(value -> points.add(new Chart.Point(along, value, 0))));
        }
        return new Chart.Series(name, points, style);
    }

    private static Optional<Double> optional(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
