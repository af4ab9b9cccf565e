package io.github.gmp.experiments.cli;

import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.trial.ForceMetrics;
import io.github.gmp.experiments.trial.Metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Errors as a table for a terminal, one row per set of structures, in meV, meV/atom and meV/Å. */
final class MetricsTable {
    private static final String ENERGY = "energy (meV)";
    private static final String PER_ATOM = "per atom (meV)";
    private static final String FORCES = "forces (meV/Å)";

    private final String title;
    private final List<List<Table.Cell>> rows = new ArrayList<>();

    /** @param title what the rows are */
    MetricsTable(String title) {
        this.title = title;
    }

    void add(String name, Metrics metrics) {
        rows.add(cells(
                name,
                String.format(Locale.ROOT, "%,d", metrics.structures()),
                milli(metrics.energyMae()),
                milli(metrics.energyRmse()),
                milli(metrics.energyMaePerAtom()),
                milli(metrics.energyRmsePerAtom()),
                metrics.forces().map(ForceMetrics::mae).map(MetricsTable::milli).orElse(""),
                metrics.forces()
                        .map(ForceMetrics::rmse)
                        .map(MetricsTable::milli)
                        .orElse("")));
    }

    void addForces(String name, ForceMetrics forces) {
        rows.add(cells(name, "", "", "", "", "", milli(forces.mae()), milli(forces.rmse())));
    }

    List<String> lines() {
        return new Table(
                        List.of(
                                new Table.Column("", title, false),
                                new Table.Column("", "structures", true),
                                new Table.Column(ENERGY, "MAE", true),
                                new Table.Column(ENERGY, "RMSE", true),
                                new Table.Column(PER_ATOM, "MAE", true),
                                new Table.Column(PER_ATOM, "RMSE", true),
                                new Table.Column(FORCES, "MAE", true),
                                new Table.Column(FORCES, "RMSE", true)),
                        rows)
                .text();
    }

    private static List<Table.Cell> cells(String... texts) {
        return List.of(texts).stream().map(Table.Cell::of).toList();
    }

    static String milli(double value) {
        double milli = 1e3 * value;
        String format = milli >= 100 ? "%,.0f" : milli >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, milli);
    }
}
