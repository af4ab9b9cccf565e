package io.github.gmp.experiments.cli;

import io.github.gmp.experiments.predict.EvaluationReport;
import io.github.gmp.experiments.predict.SpreadBin;
import io.github.gmp.experiments.predict.SpreadCalibration;
import io.github.gmp.experiments.report.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Spread of a committee against its errors as tables for a terminal, in meV and meV/Å. */
final class SpreadTable {
    private SpreadTable() {}

    static List<String> lines(EvaluationReport report) {
        List<String> lines = new ArrayList<>();
        report.energySpread().ifPresent(spread -> add("energies of structures", "meV", spread, lines));
        report.forceSpread().ifPresent(spread -> add("forces on atoms", "meV/Å", spread, lines));
        return lines;
    }

    private static void add(String title, String unit, SpreadCalibration spread, List<String> lines) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        spread.bins().forEach(bin -> rows.add(row("", bin)));
        rows.add(row("all", spread.all()));
        lines.add("");
        lines.addAll(new Table(
                        List.of(
                                new Table.Column("", title, false),
                                new Table.Column("", "count", true),
                                new Table.Column("RMS (" + unit + ")", "spread", true),
                                new Table.Column("RMS (" + unit + ")", "error", true),
                                new Table.Column("", "error/spread", true)),
                        rows)
                .text());
        lines.add(String.format(Locale.ROOT, "correlation of spread and absolute error: %.2f", spread.correlation()));
    }

    private static List<Table.Cell> row(String name, SpreadBin bin) {
        return List.of(
                Table.Cell.of(name),
                Table.Cell.of(String.format(Locale.ROOT, "%,d", bin.count())),
                Table.Cell.of(MetricsTable.milli(bin.spread())),
                Table.Cell.of(MetricsTable.milli(bin.error())),
                Table.Cell.of(bin.spread() > 0 ? String.format(Locale.ROOT, "%.2f", bin.error() / bin.spread()) : ""));
    }
}
