package io.github.gmp.experiments.report;

import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Draws charts as SVG with XChart. */
public final class ChartRenderer {
    private static final Color CLEAR = new Color(255, 255, 255, 0);
    private static final BasicStroke SOLID = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);
    private static final BasicStroke HAIRLINE = new BasicStroke(0.8f);
    /** An error bar may not reach zero or below on a logarithmic axis. */
    private static final double LONGEST_LOG_ERROR = 0.9;

    private static final int MARKER_SIZE = 9;

    private final int width;
    private final int height;
    private final boolean legend;
    private final int markerSize;

    /**
     * @param width width in pixels; pages scale it
     * @param height height in pixels
     * @param legend whether to draw a legend below the plot
     */
    public ChartRenderer(int width, int height, boolean legend) {
        this(width, height, legend, MARKER_SIZE);
    }

    private ChartRenderer(int width, int height, boolean legend, int markerSize) {
        this.width = width;
        this.height = height;
        this.legend = legend;
        this.markerSize = markerSize;
    }

    /**
     * {@return a renderer that draws them so}
     *
     * @param size size of markers in pixels; small ones are for many points
     */
    public ChartRenderer withMarkers(int size) {
        return new ChartRenderer(width, height, legend, size);
    }

    /**
     * {@return an {@code <svg>} element, the same text for the same chart}
     *
     * @param chart a chart with at least one point
     * @throws ChartException if this Java runtime cannot draw text, e.g. because the system has no fonts
     */
    public String svg(Chart chart) {
        try {
            SvgPalette palette = new SvgPalette();
            XYChart drawing = draw(chart, palette);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            VectorGraphicsEncoder.saveVectorGraphic(drawing, bytes, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
            return SvgText.tidy(bytes.toString(StandardCharsets.UTF_8), palette, chart.description());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LinkageError | InternalError | NullPointerException e) {
            // What the JDK's font code throws on systems without fontconfig or without any font (JDK-8193325 and the
            // like).
            throw new ChartException("this Java runtime cannot draw text: " + e, e);
        }
    }

    private XYChart draw(Chart chart, SvgPalette palette) {
        AxisRange horizontal = AxisRange.of(values(chart, true), chart.x().logarithmic());
        AxisRange vertical = AxisRange.of(values(chart, false), chart.y().logarithmic());
        XYChart drawing = new XYChartBuilder()
                .width(width)
                .height(height)
                .xAxisTitle(chart.x().label())
                .yAxisTitle(chart.y().label())
                .build();
        style(drawing.getStyler(), horizontal, vertical, palette);
        for (Chart.Series series : chart.series()) {
            List<Chart.Point> points = series.points().stream()
                    .filter(point -> drawable(chart, point))
                    .toList();
            if (!points.isEmpty()) {
                add(drawing, series, points, chart.y().logarithmic(), palette);
            }
        }
        return drawing;
    }

    private void style(XYStyler styler, AxisRange horizontal, AxisRange vertical, SvgPalette palette) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        styler.setXAxisLogarithmic(horizontal.logarithmic());
        styler.setYAxisLogarithmic(vertical.logarithmic());
        styler.setXAxisLogarithmicDecadeOnly(false);
        styler.setYAxisLogarithmicDecadeOnly(false);
        styler.setXAxisMin(horizontal.min());
        styler.setXAxisMax(horizontal.max());
        styler.setYAxisMin(vertical.min());
        styler.setYAxisMax(vertical.max());
        styler.setXAxisTickLabelsFormattingFunction(horizontal::label);
        styler.setYAxisTickLabelsFormattingFunction(vertical::label);
        styler.setXAxisTickMarkSpacingHint(64);
        styler.setYAxisTickMarkSpacingHint(40);
        styler.setAxisTickLabelsFont(font);
        styler.setAxisTitleFont(font);
        styler.setAxisTickLabelsColor(palette.color(ChartColor.MUTED));
        styler.setXAxisTitleColor(palette.color(ChartColor.INK));
        styler.setYAxisTitleColor(palette.color(ChartColor.INK));
        styler.setAxisTickMarksColor(palette.color(ChartColor.GRID));
        styler.setPlotGridLinesColor(palette.color(ChartColor.GRID));
        styler.setPlotGridLinesStroke(HAIRLINE);
        styler.setPlotBackgroundColor(CLEAR);
        styler.setPlotBorderColor(palette.color(ChartColor.GRID));
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setChartBackgroundColor(CLEAR);
        styler.setChartTitleVisible(false);
        styler.setChartPadding(6);
        styler.setChartFontColor(palette.color(ChartColor.INK));
        styler.setLegendVisible(legend);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Vertical);
        styler.setLegendFont(font);
        styler.setLegendBackgroundColor(CLEAR);
        styler.setLegendBorderColor(CLEAR);
        styler.setErrorBarsColorSeriesColor(true);
        styler.setMarkerSize(markerSize);
        styler.setLocale(Locale.ROOT);
    }

    private static void add(
            XYChart drawing, Chart.Series series, List<Chart.Point> points, boolean logarithmic, SvgPalette palette) {
        double[] x = points.stream().mapToDouble(Chart.Point::x).toArray();
        double[] y = points.stream().mapToDouble(Chart.Point::y).toArray();
        double[] errors = points.stream()
                .mapToDouble(
                        point -> logarithmic ? Math.min(point.error(), LONGEST_LOG_ERROR * point.y()) : point.error())
                .toArray();
        boolean bars = points.stream().anyMatch(point -> point.error() > 0);
        XYSeries drawn = bars ? drawing.addSeries(series.name(), x, y, errors) : drawing.addSeries(series.name(), x, y);
        Color color = palette.color(series.style().color());
        drawn.setMarkerColor(color);
        drawn.setLineColor(color);
        drawn.setMarker(
                switch (series.style().marker()) {
                    case NONE -> SeriesMarkers.NONE;
                    case CIRCLE -> SeriesMarkers.CIRCLE;
                    case SQUARE -> SeriesMarkers.SQUARE;
                    case DIAMOND -> SeriesMarkers.DIAMOND;
                    case TRIANGLE_UP -> SeriesMarkers.TRIANGLE_UP;
                    case TRIANGLE_DOWN -> SeriesMarkers.TRIANGLE_DOWN;
                });
        Chart.Line line = series.style().line();
        drawn.setXYSeriesRenderStyle(line == Chart.Line.NONE ? XYSeriesRenderStyle.Scatter : XYSeriesRenderStyle.Line);
        drawn.setLineStyle(line == Chart.Line.DASHED ? DASHED : SOLID);
    }

    private static double[] values(Chart chart, boolean horizontal) {
        return chart.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(point -> drawable(chart, point))
                .mapToDouble(point -> horizontal ? point.x() : point.y())
                .toArray();
    }

    private static boolean drawable(Chart chart, Chart.Point point) {
        return Double.isFinite(point.x())
                && Double.isFinite(point.y())
                && (!chart.x().logarithmic() || point.x() > 0)
                && (!chart.y().logarithmic() || point.y() > 0);
    }
}
