package io.github.gmp.experiments.evaluate;

import io.github.gmp.experiments.report.Table;
import io.github.gmp.runtime.model.ForceMetrics;
import io.github.gmp.runtime.model.GroupedErrors;
import io.github.gmp.runtime.model.Metrics;
import io.github.gmp.runtime.model.StressMetrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Errors as a table, one row per set or group of structures, in meV, meV/atom, meV/Å and meV/Å³. */
public final class ErrorTable {
    private static final String ENERGY = "energy (meV)";
    private static final String PER_ATOM = "per atom (meV)";
    private static final String FORCES = "forces (meV/Å)";
    private static final String STRESS = "stress (meV/Å³)";

    private final List<Table.Column> columns;
    private final boolean stress;
    private final List<List<Table.Cell>> rows = new ArrayList<>();

    /**
     * @param title what the rows are
     * @param stress whether there are columns for the stress
     */
    public ErrorTable(String title, boolean stress) {
        this.stress = stress;
        columns = new ArrayList<>(List.of(
                new Table.Column("", title, false),
                new Table.Column("", "structures", true),
                new Table.Column(ENERGY, "MAE", true),
                new Table.Column(ENERGY, "RMSE", true),
                new Table.Column(PER_ATOM, "MAE", true),
                new Table.Column(PER_ATOM, "RMSE", true),
                new Table.Column(FORCES, "MAE", true),
                new Table.Column(FORCES, "RMSE", true)));
        if (stress) {
            columns.add(new Table.Column(STRESS, "MAE", true));
            columns.add(new Table.Column(STRESS, "RMSE", true));
        }
    }

    /**
     * A row.
     *
     * @param name what it is
     * @param metrics its errors
     * @return this
     */
    public ErrorTable add(String name, Metrics metrics) {
        return row(
                name,
                String.format(Locale.ROOT, "%,d", metrics.structures()),
                milli(metrics.energyMae()),
                milli(metrics.energyRmse()),
                milli(metrics.energyMaePerAtom()),
                milli(metrics.energyRmsePerAtom()),
                optional(metrics.forces().map(ForceMetrics::mae)),
                optional(metrics.forces().map(ForceMetrics::rmse)),
                optional(metrics.stress().map(StressMetrics::mae)),
                optional(metrics.stress().map(StressMetrics::rmse)));
    }

    /**
     * A row for each element that forces act on.
     *
     * @param errors errors by group
     * @return this
     */
    public ErrorTable addElements(GroupedErrors errors) {
        errors.forcesByElement()
                .forEach((element, forces) -> row(
                        "forces on " + element.symbol(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        milli(forces.mae()),
                        milli(forces.rmse()),
                        "",
                        ""));
        return this;
    }

    /**
     * A row for each {@code config_type}.
     *
     * @param prefix what stands before its name
     * @param errors errors by group
     * @return this
     */
    public ErrorTable addConfigTypes(String prefix, GroupedErrors errors) {
        errors.byConfigType().forEach((type, metrics) -> add(prefix + type, metrics));
        return this;
    }

    private ErrorTable row(String... texts) {
        rows.add(List.of(texts).subList(0, stress ? texts.length : texts.length - 2).stream()
                .map(Table.Cell::of)
                .toList());
        return this;
    }

    /** {@return the table} */
    public Table table() {
        return new Table(columns, rows);
    }

    private static String optional(Optional<Double> value) {
        return value.map(ErrorTable::milli).orElse("");
    }

    /**
     * {@return the text in thousandths of it, about three digits}
     *
     * @param value in a unit
     */
    static String milli(double value) {
        double milli = 1e3 * value;
        String format = milli >= 100 ? "%,.0f" : milli >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, milli);
    }
}
