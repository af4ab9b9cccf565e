package io.github.gmp.experiments.describe;

import io.github.gmp.experiments.config.ComponentCatalog;
import io.github.gmp.experiments.config.ConfigParameter;
import io.github.gmp.experiments.config.ConfigSchema;
import io.github.gmp.experiments.config.ParameterType;

import java.util.ArrayList;
import java.util.List;

/** Lists the parameters of a configuration record, those of nested records included. */
final class ParameterRows {
    private final ComponentCatalog catalog;

    ParameterRows(ComponentCatalog catalog) {
        this.catalog = catalog;
    }

    List<ParameterRow> of(Class<?> record) {
        List<ParameterRow> rows = new ArrayList<>();
        append(ConfigSchema.of(record), "", rows);
        return rows;
    }

    private void append(ConfigSchema schema, String prefix, List<ParameterRow> rows) {
        for (ConfigParameter parameter : schema.parameters()) {
            ParameterType type = ParameterType.of(parameter);
            String key = prefix + parameter.key();
            String doc = parameter.doc();
            if (!parameter.kind().isEmpty()) {
                doc = doc + " One of: " + String.join(", ", catalog.names(parameter.kind())) + ".";
            }
            rows.add(new ParameterRow(
                    key,
                    type.inWords(),
                    parameter.unit(),
                    parameter.required() ? "required" : parameter.defaultText().orElse(""),
                    parameter.range(),
                    doc));
            type.nestedRecord().ifPresent(nested -> append(ConfigSchema.of(nested), key + type.nestedSuffix(), rows));
        }
    }
}
