package io.github.gmp.experiments.density.effect;

import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.Chart.Axis;
import io.github.gmp.experiments.report.Chart.Line;
import io.github.gmp.experiments.report.Chart.Marker;
import io.github.gmp.experiments.report.Chart.Point;
import io.github.gmp.experiments.report.Chart.Series;
import io.github.gmp.experiments.report.Chart.Style;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.ChartRenderer;
import io.github.gmp.experiments.report.Csv;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.Table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far features with some density sources are from those with numerical densities, element by element.
 *
 * @param sources names of the density sources
 * @param rows a row per element and source that has it, by element, then in the order of the sources
 * @param leftOut elements that a source has with other electrons than the numerical density, a line each
 */
public record DensityEffectResult(List<String> sources, List<Row> rows, List<String> leftOut) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;

    /** Copies the lists. */
    public DensityEffectResult {
        sources = List.copyOf(sources);
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One element with one source.
     *
     * @param source name of the density source
     * @param reference the numerical density
     * @param deviations by order and width, {@code [order][sigma]}, see {@link MomentDeviation}
     */
    public record Row(String source, RadialDensity reference, List<List<Double>> deviations) {
        /**
         * {@return the largest deviation of all widths}
         *
         * @param order index of an order
         */
        double worst(int order) {
            return Collections.max(deviations.get(order));
        }

        /** {@return the largest deviation of all orders and widths} */
        double worst() {
            return deviations.stream().mapToDouble(Collections::max).max().orElseThrow();
        }
    }

    /** {@return a row per element, order and width, for programs} */
    public String csv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("element", "reference", "electrons", "source", "order", "sigma_angstrom", "deviation"));
        for (Row row : rows) {
            for (int n = 0; n < MomentDeviation.ORDERS.size(); n++) {
                for (int s = 0; s < MomentDeviation.SIGMAS.size(); s++) {
                    lines.add(List.of(
                            row.reference().element().symbol(),
                            row.reference().name(),
                            String.valueOf(row.reference().electrons()),
                            row.source(),
                            String.valueOf(MomentDeviation.ORDERS.get(n)),
                            String.valueOf(MomentDeviation.SIGMAS.get(s)),
                            Numbers.fixed(row.deviations().get(n).get(s), 6)));
                }
            }
        }
        return Csv.text(lines);
    }

    /** {@return a line per element with the largest deviation of all widths in percent, by source and order, and the medians last} */
    public Table table() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("", "element", false));
        for (String source : sources) {
            MomentDeviation.ORDERS.forEach(order -> columns.add(new Table.Column(source, "n = " + order, true)));
        }
        List<List<Table.Cell>> lines = new ArrayList<>();
        for (Element element : Element.values()) {
            if (rows.stream().anyMatch(row -> row.reference().element() == element)) {
                List<Table.Cell> line = new ArrayList<>(List.of(Table.Cell.of(element.symbol())));
                sources.forEach(source -> line.addAll(cells(source, element)));
                lines.add(line);
            }
        }
        List<Table.Cell> medians = new ArrayList<>(List.of(Table.Cell.of("median")));
        for (String source : sources) {
            for (int n = 0; n < MomentDeviation.ORDERS.size(); n++) {
                int order = n;
                List<Double> worst = rows.stream()
                        .filter(row -> row.source().equals(source))
                        .map(row -> row.worst(order))
                        .toList();
                medians.add(Table.Cell.of(worst.isEmpty() ? "–" : percent(median(worst))));
            }
        }
        lines.add(medians);
        return new Table(columns, lines);
    }

    private List<Table.Cell> cells(String source, Element element) {
        return rows.stream()
                .filter(row -> row.source().equals(source) && row.reference().element() == element)
                .findFirst()
                .map(row -> {
                    List<Table.Cell> cells = new ArrayList<>();
                    for (int n = 0; n < MomentDeviation.ORDERS.size(); n++) {
                        cells.add(Table.Cell.of(percent(row.worst(n))));
                    }
                    return cells;
                })
                .orElseGet(() -> Collections.nCopies(MomentDeviation.ORDERS.size(), Table.Cell.of("–")));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    private static String percent(double share) {
        return Numbers.significant(100 * share);
    }

    /** {@return the largest deviation of every element against its atomic number, as SVG} */
    public String svg() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            List<Point> points = rows.stream()
                    .filter(row -> row.source().equals(source))
                    .map(row -> new Point(row.reference().element().atomicNumber(), 100 * row.worst(), 0))
                    .toList();
            series.add(new Series(source, points, new Style(ChartColor.series(i), Marker.of(i), Line.SOLID)));
        }
        String chart = new ChartRenderer(WIDTH, HEIGHT, true)
                .svg(new Chart(
                        "Largest deviation of moments of orders 0 to 3 and widths 0.25 to 2 Å from those of the numerical"
                                + " density, by element",
                        new Axis("atomic number", false),
                        new Axis("largest deviation of a moment, %", true),
                        series));
        // A page of its own: without a ground, dark text would be lost on a dark one.
        int start = chart.indexOf('>') + 1;
        return chart.substring(0, start) + "\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>"
                + chart.substring(start) + "\n";
    }
}
