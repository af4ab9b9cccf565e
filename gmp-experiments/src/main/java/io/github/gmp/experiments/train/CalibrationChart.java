package io.github.gmp.experiments.train;

import io.github.gmp.experiments.evaluate.SpreadBin;
import io.github.gmp.experiments.evaluate.SpreadCalibration;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;

import java.util.List;
import java.util.stream.DoubleStream;

/** The error of a committee against its spread, bin by bin, with the line where they are equal. */
final class CalibrationChart {
    private static final double MILLI = 1e3;

    private CalibrationChart() {}

    /**
     * {@return the chart}
     *
     * @param what what was predicted, e.g. {@code energies of structures}
     * @param unit its unit in thousandths
     * @param calibration spread and errors; some bin has a spread and an error
     */
    static Chart of(String what, String unit, SpreadCalibration calibration) {
        List<Chart.Point> points = calibration.bins().stream()
                .filter(CalibrationChart::drawable)
                .map(bin -> new Chart.Point(MILLI * bin.spread(), MILLI * bin.error(), 0))
                .toList();
        double[] values = points.stream()
                .flatMapToDouble(point -> DoubleStream.of(point.x(), point.y()))
                .sorted()
                .toArray();
        double low = values[0];
        double high = values[values.length - 1];
        return new Chart(
                "Error against spread, " + what,
                new Chart.Axis("RMS spread, " + unit, true),
                new Chart.Axis("RMS error, " + unit, true),
                List.of(
                        new Chart.Series(
                                "ideal: error = spread",
                                List.of(new Chart.Point(low, low, 0), new Chart.Point(high, high, 0)),
                                new Chart.Style(ChartColor.INK, Chart.Marker.NONE, Chart.Line.DASHED)),
                        new Chart.Series(
                                "committee",
                                points,
                                new Chart.Style(ChartColor.series(1), Chart.Marker.CIRCLE, Chart.Line.SOLID))));
    }

    /** {@return whether there is anything to draw} */
    static boolean isDrawable(SpreadCalibration calibration) {
        return calibration.bins().stream().anyMatch(CalibrationChart::drawable);
    }

    private static boolean drawable(SpreadBin bin) {
        return bin.spread() > 0 && bin.error() > 0;
    }
}
