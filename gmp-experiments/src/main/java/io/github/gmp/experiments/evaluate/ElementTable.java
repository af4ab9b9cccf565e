package io.github.gmp.experiments.evaluate;

import io.github.gmp.api.structure.Element;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.runtime.model.ForceMetrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Errors of the forces by element as a table, one row per element, one group of columns per set, in meV/Å. */
public final class ElementTable {
    private ElementTable() {}

    /**
     * {@return the table; empty with fewer than two elements}
     *
     * @param sets errors on sets
     */
    public static Optional<Table> of(List<SetEvaluation> sets) {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        sets.forEach(
                set -> elements.addAll(set.report().errors().forcesByElement().keySet()));
        if (elements.size() < 2) {
            return Optional.empty();
        }
        List<Table.Column> columns = new ArrayList<>(List.of(new Table.Column("", "forces (meV/Å)", false)));
        for (SetEvaluation set : sets) {
            columns.add(new Table.Column(set.name(), "MAE", true));
            columns.add(new Table.Column(set.name(), "RMSE", true));
        }
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Element element : elements) {
            List<Table.Cell> row = new ArrayList<>(List.of(Table.Cell.of("on " + element.symbol())));
            for (SetEvaluation set : sets) {
                Optional<ForceMetrics> forces = Optional.ofNullable(
                        set.report().errors().forcesByElement().get(element));
                row.add(cell(forces.map(ForceMetrics::mae)));
                row.add(cell(forces.map(ForceMetrics::rmse)));
            }
            rows.add(row);
        }
        return Optional.of(new Table(columns, rows));
    }

    private static Table.Cell cell(Optional<Double> value) {
        return Table.Cell.of(value.map(ErrorTable::milli).orElse(""));
    }
}
