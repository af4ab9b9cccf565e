package io.github.gmp.experiments.compare;

import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.report.Table.Cell;
import io.github.gmp.experiments.report.Table.Column;
import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.model.Metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The tables of a comparison. Energies in meV, forces in meV/Å. */
final class CompareTables {
    static final double MILLI = 1e3;
    static final double MICRO = 1e6;
    private static final String NAMES = "";
    private static final String MODEL = "Model";
    private static final String ENERGY = "Energy MAE, meV";
    private static final String JUDGED = "Energy, ";
    private static final String FORCES = "Forces, meV/Å";
    private static final String PER_STRUCTURE = "Time per structure, ms";
    private static final String PER_ATOM = "Time per atom, µs";
    private static final String PER_ATOM_COST = "Per atom";
    private static final String COST = "Cost";
    private static final String MARK = "●";
    private static final int TERMINAL_NAME = 34;

    private final ComparedTrials result;
    private final List<PairSummary> rows;
    private final boolean hasTest;
    private final boolean hasForces;

    CompareTables(ComparedTrials result) {
        this.result = result;
        this.rows = result.summaries();
        this.hasTest = result.data().test() > 0;
        this.hasForces = rows.stream()
                .anyMatch(row -> row.forceMae(ComparedTrial::judged).isPresent());
    }

    /** Name of the set that trials are judged by. */
    String judged() {
        return hasTest ? "test" : "validation";
    }

    /** The main table of the report: errors with the one time that counts. */
    Table main() {
        Builder table = new Builder(rows);
        names(table, Integer.MAX_VALUE);
        table.text(MODEL, "features", row -> Numbers.count(row.features()));
        table.text(MODEL, "parameters", row -> Numbers.count(row.parameters()));
        errors(table);
        time(table, COST, "ms per structure", TrialTimes::predictSecondsPerStructure, MILLI);
        frontMark(table, COST);
        return table.build();
    }

    /** The errors, for a terminal. */
    Table errorsOnly() {
        Builder table = new Builder(rows);
        names(table, TERMINAL_NAME);
        errors(table);
        return table.build();
    }

    /** Sizes and times. */
    Table costs(boolean terminal) {
        Builder table = new Builder(rows);
        names(table, terminal ? TERMINAL_NAME : Integer.MAX_VALUE);
        table.text(MODEL, "features", row -> Numbers.count(row.features()));
        table.text(MODEL, "parameters", row -> Numbers.count(row.parameters()));
        times(table);
        return table.build();
    }

    /** Every error of every set. */
    Table details() {
        Builder table = new Builder(rows);
        names(table, Integer.MAX_VALUE);
        details(table, "training", ComparedTrial::train);
        details(table, "validation", ComparedTrial::validation);
        if (hasTest) {
            details(table, "test", outcome -> outcome.test().orElseThrow());
        }
        return table.build();
    }

    /** What the descriptors say about themselves. */
    Table subjects() {
        List<Column> columns = List.of(
                new Column("", "descriptor", false),
                new Column("", "type", false),
                new Column("", "features", true),
                new Column("", "cutoff, Å", true),
                new Column("", "rotation-invariant", false),
                new Column("", "smooth at the cutoff", false));
        List<List<Cell>> cells = result.subjects().stream()
                .map(subject -> List.of(
                        Cell.of(subject.name()),
                        Cell.of(subject.type()),
                        Cell.of(Numbers.count(subject.features())),
                        Cell.of(Numbers.significant(subject.cutoff())),
                        Cell.of(subject.rotationInvariant() ? "yes" : "no"),
                        Cell.of(subject.smoothAtCutoff() ? "yes" : "no")))
                .toList();
        return new Table(columns, cells);
    }

    private static void names(Builder table, int longest) {
        table.name("descriptor", row -> shortened(row.combination().descriptor().name(), longest));
        table.name("regressor", row -> shortened(row.combination().regressor().name(), longest));
    }

    private void errors(Builder table) {
        table.statistic(ENERGY, "training", false, row -> energy(row, ComparedTrial::train, Metrics::energyMae));
        table.statistic(
                ENERGY, "validation", !hasTest, row -> energy(row, ComparedTrial::validation, Metrics::energyMae));
        if (hasTest) {
            table.statistic(ENERGY, "test", true, row -> energy(row, ComparedTrial::judged, Metrics::energyMae));
        }
        String group = JUDGED + judged();
        table.statistic(group, "RMSE, meV", true, row -> energy(row, ComparedTrial::judged, Metrics::energyRmse));
        table.statistic(
                group, "MAE, meV/atom", true, row -> energy(row, ComparedTrial::judged, Metrics::energyMaePerAtom));
        if (hasForces) {
            table.statistic(FORCES, judged() + " MAE", true, row -> row.forceMae(ComparedTrial::judged)
                    .map(statistic -> statistic.times(MILLI)));
        }
    }

    private void times(Builder table) {
        time(table, PER_STRUCTURE, "features", TrialTimes::featurizeSecondsPerStructure, MILLI);
        time(table, PER_STRUCTURE, "energy", TrialTimes::predictSecondsPerStructure, MILLI);
        time(table, PER_ATOM, "features", TrialTimes::featurizeSecondsPerAtom, MICRO);
        time(table, PER_ATOM, "energy", TrialTimes::predictSecondsPerAtom, MICRO);
        table.text(PER_ATOM_COST, "kflop", row -> Numbers.significant(row.operationsPerAtom() / 1e3));
        frontMark(table, "");
    }

    private void frontMark(Builder table, String group) {
        List<PairSummary> front = ComparePlots.front(rows);
        table.text(group, "Pareto front", row -> front.contains(row) ? MARK : "");
    }

    private static void time(
            Builder table, String group, String title, ToDoubleFunction<TrialTimes> time, double factor) {
        table.number(group, title, row -> row.time(time) * factor);
    }

    private void details(Builder table, String set, Function<ComparedTrial, Metrics> metrics) {
        table.statistic(set, "MAE, meV", true, row -> energy(row, metrics, Metrics::energyMae));
        table.statistic(set, "RMSE, meV", true, row -> energy(row, metrics, Metrics::energyRmse));
        table.statistic(set, "MAE, meV/atom", true, row -> energy(row, metrics, Metrics::energyMaePerAtom));
        table.statistic(set, "RMSE, meV/atom", true, row -> energy(row, metrics, Metrics::energyRmsePerAtom));
        if (rows.stream().anyMatch(row -> row.forceMae(metrics).isPresent())) {
            table.statistic(
                    set, "force MAE, meV/Å", true, row -> row.forceMae(metrics).map(mae -> mae.times(MILLI)));
            table.statistic(set, "force RMSE, meV/Å", true, row -> row.forceMae(metrics)
                    .map(mae -> row.statistic(outcome -> metrics.apply(outcome)
                                    .forces()
                                    .orElseThrow()
                                    .rmse())
                            .times(MILLI)));
        }
    }

    private static Optional<Statistic> energy(
            PairSummary row, Function<ComparedTrial, Metrics> set, ToDoubleFunction<Metrics> value) {
        return Optional.of(row.statistic(outcome -> value.applyAsDouble(set.apply(outcome)))
                .times(MILLI));
    }

    private static String shortened(String name, int longest) {
        return name.length() <= longest ? name : name.substring(0, longest - 1) + "…";
    }

    /** Collects columns over fixed rows. */
    private static final class Builder {
        private final List<PairSummary> rows;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Cell>> cells = new ArrayList<>();

        Builder(List<PairSummary> rows) {
            this.rows = rows;
            rows.forEach(row -> cells.add(new ArrayList<>()));
        }

        void name(String title, Function<PairSummary, String> text) {
            add(new Column(NAMES, title, false), text);
        }

        void text(String group, String title, Function<PairSummary, String> text) {
            add(new Column(group, title, true), text);
        }

        /** The smallest number is the best. */
        void number(String group, String title, ToDoubleFunction<PairSummary> value) {
            statistic(group, title, true, row -> Optional.of(new Statistic(value.applyAsDouble(row), 0, 1)));
        }

        void statistic(String group, String title, boolean markBest, Function<PairSummary, Optional<Statistic>> value) {
            columns.add(new Column(group, title, true));
            List<Optional<Statistic>> values = rows.stream().map(value).toList();
            Optional<Statistic> best = markBest && rows.size() > 1
                    ? values.stream().flatMap(Optional::stream).min(Comparator.comparingDouble(Statistic::mean))
                    : Optional.empty();
            for (int r = 0; r < rows.size(); r++) {
                Optional<Statistic> statistic = values.get(r);
                String text = statistic.map(Builder::print).orElse("");
                cells.get(r).add(new Cell(text, statistic.isPresent() && statistic.equals(best)));
            }
        }

        private void add(Column column, Function<PairSummary, String> text) {
            columns.add(column);
            for (int r = 0; r < rows.size(); r++) {
                cells.get(r).add(Cell.of(text.apply(rows.get(r))));
            }
        }

        private static String print(Statistic statistic) {
            return statistic.count() > 1
                    ? Numbers.meanAndDeviation(statistic.mean(), statistic.deviation())
                    : Numbers.significant(statistic.mean());
        }

        Table build() {
            return new Table(columns, cells);
        }
    }
}
