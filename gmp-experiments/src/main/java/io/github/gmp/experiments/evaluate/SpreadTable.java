package io.github.gmp.experiments.evaluate;

import io.github.gmp.experiments.report.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Spread of a committee against its errors as tables, in meV and meV/Å. */
public final class SpreadTable {
    private SpreadTable() {}

    /**
     * {@return the lines for a terminal; none without a spread}
     *
     * @param report a report
     */
    public static List<String> lines(EvaluateResult report) {
        List<String> lines = new ArrayList<>();
        report.energySpread().ifPresent(spread -> {
            lines.add("");
            lines.addAll(ofEnergies(spread).text());
            lines.add(words(spread));
        });
        report.forceSpread().ifPresent(spread -> {
            lines.add("");
            lines.addAll(ofForces(spread).text());
            lines.add(words(spread));
        });
        return lines;
    }

    /**
     * {@return a row per bin, and one for all}
     *
     * @param spread spread and errors of energies
     */
    public static Table ofEnergies(SpreadCalibration spread) {
        return table("energies of structures", "meV", spread);
    }

    /**
     * {@return a row per bin, and one for all}
     *
     * @param spread spread and errors of forces
     */
    public static Table ofForces(SpreadCalibration spread) {
        return table("forces on atoms", "meV/Å", spread);
    }

    /**
     * {@return their correlations}
     *
     * @param spread spread and errors
     */
    public static String words(SpreadCalibration spread) {
        return String.format(
                Locale.ROOT,
                "correlation of spread and absolute error: %.2f; of their ranks: %.2f",
                spread.correlation(),
                spread.rankCorrelation());
    }

    private static Table table(String title, String unit, SpreadCalibration spread) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        spread.bins().forEach(bin -> rows.add(row("", bin)));
        rows.add(row("all", spread.all()));
        return new Table(
                List.of(
                        new Table.Column("", title, false),
                        new Table.Column("", "count", true),
                        new Table.Column("RMS (" + unit + ")", "spread", true),
                        new Table.Column("RMS (" + unit + ")", "error", true),
                        new Table.Column("", "error/spread", true)),
                rows);
    }

    private static List<Table.Cell> row(String name, SpreadBin bin) {
        String ratio = bin.ratio().isPresent()
                ? String.format(Locale.ROOT, "%.2f", bin.ratio().getAsDouble())
                : "";
        return List.of(
                Table.Cell.of(name),
                Table.Cell.of(String.format(Locale.ROOT, "%,d", bin.count())),
                Table.Cell.of(ErrorTable.milli(bin.spread())),
                Table.Cell.of(ErrorTable.milli(bin.error())),
                Table.Cell.of(ratio));
    }
}
