package io.github.gmp.experiments.compare;

import static io.github.gmp.experiments.compare.CompareTables.MILLI;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.Chart.Axis;
import io.github.gmp.experiments.report.Chart.Line;
import io.github.gmp.experiments.report.Chart.Marker;
import io.github.gmp.experiments.report.Chart.Point;
import io.github.gmp.experiments.report.Chart.Series;
import io.github.gmp.experiments.report.Chart.Style;
import io.github.gmp.experiments.report.ChartColor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Errors against a number of the configuration, such as the weight of the forces or a cutoff radius: one line for combinations that differ in
 * nothing else. Nothing needs to be asked for: lines are found by comparing the configurations.
 */
final class SweepCharts {
    /** With fewer values there is no line worth drawing. */
    private static final int FEWEST_POINTS = 3;
    /** Values that span more are spread evenly by a logarithmic axis only. */
    private static final double LOGARITHMIC_SPAN = 10;

    private final List<PairSummary> rows;
    private final String judged;
    private final List<Map<String, Object>> keys;

    /**
     * @param rows the rows of the comparison
     * @param judged the set that errors are of, for the axes
     */
    SweepCharts(List<PairSummary> rows, String judged) {
        this.rows = rows;
        this.judged = judged;
        this.keys = rows.stream().map(row -> keys(row.combination())).toList();
    }

    /** {@return the charts by what they show; none if no three combinations differ in one number alone} */
    Map<String, Chart> charts() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        Set<String> numbers = new LinkedHashSet<>();
        keys.forEach(map -> map.forEach((key, value) -> {
            if (value instanceof Number) {
                numbers.add(key);
            }
        }));
        for (String key : numbers) {
            List<SortedMap<Double, PairSummary>> lines = lines(key);
            if (lines.isEmpty()) {
                continue;
            }
            charts.put(
                    "Energy error against " + key, chart("MAE of the energy", "meV", key, lines, row -> row.judgedMae()
                            .times(MILLI)));
            if (rows.stream()
                    .allMatch(row -> row.forceMae(ComparedTrial::judged).isPresent())) {
                charts.put(
                        "Force error against " + key,
                        chart("MAE of the forces", "meV/Å", key, lines, row -> row.forceMae(ComparedTrial::judged)
                                .orElseThrow()
                                .times(MILLI)));
            }
        }
        return charts;
    }

    /** {@return the combinations that are the same but for the key, each line by the value of the key} */
    private List<SortedMap<Double, PairSummary>> lines(String key) {
        Map<Map<String, Object>, SortedMap<Double, PairSummary>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (keys.get(i).get(key) instanceof Number number) {
                Map<String, Object> others = new LinkedHashMap<>(keys.get(i));
                others.remove(key);
                groups.computeIfAbsent(others, map -> new TreeMap<>()).put(number.doubleValue(), rows.get(i));
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() >= FEWEST_POINTS)
                .toList();
    }

    private Chart chart(
            String error,
            String unit,
            String key,
            List<SortedMap<Double, PairSummary>> lines,
            Function<PairSummary, Statistic> statistic) {
        List<Series> series = new ArrayList<>();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (SortedMap<Double, PairSummary> line : lines) {
            List<Point> points = new ArrayList<>();
            line.forEach((x, row) -> {
                Statistic value = statistic.apply(row);
                points.add(new Point(x, value.mean(), value.deviation()));
            });
            smallest = Math.min(smallest, line.firstKey());
            largest = Math.max(largest, line.lastKey());
            int index = series.size();
            series.add(new Series(
                    name(line.values(), series),
                    points,
                    new Style(ChartColor.series(index), Marker.of(index), Line.SOLID)));
        }
        boolean logarithmic = smallest > 0 && largest / smallest > LOGARITHMIC_SPAN;
        return new Chart(
                error + " against " + key,
                new Axis(key, logarithmic),
                new Axis(judged + " " + error + ", " + unit, true),
                series);
    }

    /** What the labels of a line have in common. */
    private static String name(Collection<PairSummary> line, List<Series> others) {
        List<String> labels =
                line.stream().map(row -> row.combination().label()).toList();
        String shortest =
                labels.stream().min(Comparator.comparingInt(String::length)).orElseThrow();
        int common = shortest.length();
        while (!startAlike(labels, shortest.substring(0, common))) {
            common--;
        }
        String name = shortest.substring(0, common).replaceAll("[^\\p{L}\\p{Nd})]+[\\p{Nd}.]*$", "");
        boolean taken = others.stream().anyMatch(series -> series.name().equals(name));
        return name.isEmpty() || taken ? labels.get(0) + " …" : name;
    }

    private static boolean startAlike(List<String> labels, String start) {
        return labels.stream().allMatch(label -> label.startsWith(start));
    }

    private static Map<String, Object> keys(Combination combination) {
        Map<String, Object> keys = new LinkedHashMap<>();
        collect("descriptor", combination.descriptor().descriptor(), keys);
        collect("regressor", combination.regressor().regressor(), keys);
        return keys;
    }

    private static void collect(String path, Object value, Map<String, Object> keys) {
        if (value instanceof ComponentSpec spec) {
            keys.put(path + ".type", spec.type());
            spec.keys().forEach((key, inner) -> collect(path + "." + key, inner, keys));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> collect(path + "." + key, inner, keys));
        } else {
            keys.put(path, value);
        }
    }
}
