package io.github.gmp.experiments.search.finished;

import io.github.gmp.experiments.compare.CompareResult;
import io.github.gmp.experiments.compare.Statistic;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.ChartRenderer;
import io.github.gmp.experiments.report.Csv;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.ReportPage;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.json.Json;
import io.github.gmp.runtime.model.Metrics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The front of a search and its hand-picked pairs, each trained with several seeds.
 *
 * @param name name of the search
 * @param errors the errors that were searched
 * @param rows what was trained at least once
 */
record RefinedFront(String name, List<Objective> errors, List<Row> rows) {
    static final String PAGE = "refine.html";
    private static final double MILLI = 1000;

    RefinedFront {
        errors = List.copyOf(errors);
        rows = List.copyOf(rows);
    }

    /**
     * A candidate or a hand-picked pair.
     *
     * @param found its trial of the search
     * @param handPicked whether it is a hand-picked pair
     * @param trainings its trainings, one per seed
     */
    record Row(FinishedSearch.Trial found, boolean handPicked, List<CompareResult.Trial> trainings) {
        Row {
            trainings = List.copyOf(trainings);
        }

        double operationsPerAtom() {
            return trainings.get(0).operationsPerAtom();
        }

        Statistic validation(Objective error) {
            return statistic(error, training -> Optional.of(training.validation()))
                    .orElseThrow();
        }

        /** Empty without a test set. */
        Optional<Statistic> test(Objective error) {
            return statistic(error, CompareResult.Trial::test);
        }

        private Optional<Statistic> statistic(Objective error, Function<CompareResult.Trial, Optional<Metrics>> set) {
            double[] values = trainings.stream()
                    .flatMap(training -> set.apply(training).stream())
                    .flatMap(metrics -> error.error(TrialErrors.of(metrics)).stream())
                    .mapToDouble(value -> value)
                    .toArray();
            return values.length == 0 ? Optional.empty() : Optional.of(Statistic.of(values));
        }
    }

    static RefinedFront of(FinishedSearch search, List<CompareResult.Trial> trainings) {
        List<Row> rows = Stream.concat(search.front().stream(), search.references().stream())
                .map(trial -> new Row(
                        trial,
                        search.references().contains(trial),
                        trainings.stream()
                                .filter(training -> training.descriptor().equals(trial.name()))
                                .toList()))
                .filter(row -> !row.trainings().isEmpty())
                .toList();
        return new RefinedFront(
                String.valueOf(search.configuration().get("name")),
                search.objectives().errors(),
                rows);
    }

    /** {@return whether no other is at least as good in all mean validation errors and the cost, and better in one} */
    boolean isOnFront(Row row) {
        return rows.stream().noneMatch(other -> dominates(point(other), point(row)));
    }

    private double[] point(Row row) {
        return Stream.concat(
                        errors.stream().map(error -> row.validation(error).mean()), Stream.of(row.operationsPerAtom()))
                .mapToDouble(value -> value)
                .toArray();
    }

    private static boolean dominates(double[] a, double[] b) {
        boolean better = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
            better |= a[i] < b[i];
        }
        return better;
    }

    /** {@return the mean and deviation of every error, with what the search had found} */
    Table table() {
        List<Table.Column> columns = new ArrayList<>(List.of(
                new Table.Column("", "trained again", false),
                new Table.Column("", "seeds", true),
                new Table.Column("", "kflop/atom", true)));
        for (Objective error : errors) {
            String group = error.title() + " (" + error.unit() + ")";
            columns.add(new Table.Column(group, "in the search", true));
            columns.add(new Table.Column(group, "validation", true));
            columns.add(new Table.Column(group, "test", true));
        }
        columns.add(new Table.Column("", "front", false));
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<Table.Cell> line = new ArrayList<>();
            line.add(Table.Cell.of(row.found().name()));
            line.add(Table.Cell.of(String.valueOf(row.trainings().size())));
            line.add(Table.Cell.of(Numbers.significant(row.operationsPerAtom() / MILLI)));
            for (Objective error : errors) {
                line.add(Table.Cell.of(Optional.ofNullable(row.found().values().get(error))
                        .map(value -> Numbers.significant(MILLI * value))
                        .orElse("failed")));
                line.add(Table.Cell.of(text(row.validation(error))));
                line.add(Table.Cell.of(row.test(error).map(RefinedFront::text).orElse("")));
            }
            line.add(Table.Cell.of(isOnFront(row) ? "●" : ""));
            cells.add(line);
        }
        return new Table(columns, cells);
    }

    private static String text(Statistic statistic) {
        return Numbers.meanAndDeviation(MILLI * statistic.mean(), MILLI * statistic.deviation());
    }

    /**
     * Writes refine.html, refine.json and refine.csv.
     *
     * @param folder the folder
     */
    void writeTo(Path folder) {
        AtomicFile.replace(folder.resolve("refine.csv"), Csv.text(csv()));
        AtomicFile.replace(
                folder.resolve("refine.json"),
                Json.text(new RefinedDocument(
                        RefinedDocument.VERSION,
                        name,
                        rows.stream().map(this::document).toList())));
        AtomicFile.replace(folder.resolve(PAGE), page());
    }

    private List<List<String>> csv() {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("name", "hand_picked", "seeds", "operations_per_atom", "front"));
        for (Objective error : errors) {
            header.add("search_validation_" + error.column());
            for (String set : List.of("validation", "test")) {
                header.add(set + "_" + error.column() + "_mean");
                header.add(set + "_" + error.column() + "_deviation");
            }
        }
        lines.add(header);
        for (Row row : rows) {
            List<String> line = new ArrayList<>(List.of(
                    row.found().name(),
                    String.valueOf(row.handPicked()),
                    String.valueOf(row.trainings().size()),
                    String.valueOf(row.operationsPerAtom()),
                    String.valueOf(isOnFront(row))));
            for (Objective error : errors) {
                line.add(Optional.ofNullable(row.found().values().get(error))
                        .map(String::valueOf)
                        .orElse(""));
                for (Optional<Statistic> set : List.of(Optional.of(row.validation(error)), row.test(error))) {
                    line.add(set.map(s -> String.valueOf(s.mean())).orElse(""));
                    line.add(set.map(s -> String.valueOf(s.deviation())).orElse(""));
                }
            }
            lines.add(line);
        }
        return lines;
    }

    private RefinedDocument.Row document(Row row) {
        return new RefinedDocument.Row(
                row.found().name(),
                row.handPicked(),
                row.trainings().stream().map(CompareResult.Trial::seed).toList(),
                row.operationsPerAtom(),
                isOnFront(row),
                document(row, Objective.ENERGY_MAE),
                document(row, Objective.ENERGY_MAE_PER_ATOM),
                document(row, Objective.FORCE_MAE));
    }

    private Optional<RefinedDocument.Errors> document(Row row, Objective error) {
        return errors.contains(error)
                ? Optional.of(new RefinedDocument.Errors(
                        Optional.ofNullable(row.found().values().get(error)), row.validation(error), row.test(error)))
                : Optional.empty();
    }

    private String page() {
        ReportPage page = new ReportPage(
                "Refined: " + name,
                "The front of the search and the hand-picked pairs, trained again in full with several seeds.");
        page.table(
                table(),
                "Mean ± standard deviation over the seeds. 'In the search' is the one validation error that it was chosen"
                        + " for. Differences that are small beside the deviations mean nothing. ● is on the front of the"
                        + " mean validation errors and the cost, hand-picked pairs included.");
        ChartRenderer renderer = new ChartRenderer(560, 380, true);
        page.figures(errors.stream()
                .map(error -> new ReportPage.Figure(
                        Character.toUpperCase(error.title().charAt(0))
                                + error.title().substring(1) + " against cost",
                        renderer.svg(chart(error)),
                        "Validation error, mean over the seeds; bars: standard deviation."))
                .toList());
        page.paragraph("All errors, learning curves and times: report.html in this folder.");
        return page.html();
    }

    private Chart chart(Objective error) {
        return new Chart(
                "Mean validation " + error.title() + " against cost of the candidates trained again",
                new Chart.Axis("operations per atom", true),
                new Chart.Axis("validation " + error.title() + " (" + error.unit() + ")", true),
                Stream.of(
                                series("found by the search", error, false, 1, Chart.Marker.DIAMOND),
                                series("hand-picked", error, true, 2, Chart.Marker.SQUARE))
                        .filter(series -> !series.points().isEmpty())
                        .toList());
    }

    private Chart.Series series(String title, Objective error, boolean handPicked, int color, Chart.Marker marker) {
        List<Chart.Point> points = rows.stream()
                .filter(row -> row.handPicked() == handPicked)
                .map(row -> {
                    Statistic shown = row.validation(error).times(MILLI);
                    return new Chart.Point(row.operationsPerAtom(), shown.mean(), shown.deviation());
                })
                .toList();
        return new Chart.Series(title, points, new Chart.Style(ChartColor.series(color), marker, Chart.Line.NONE));
    }
}
