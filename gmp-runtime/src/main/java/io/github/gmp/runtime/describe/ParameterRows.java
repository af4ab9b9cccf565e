package io.github.gmp.runtime.describe;

import io.github.gmp.runtime.config.ComponentCatalog;
import io.github.gmp.runtime.config.ConfigParameter;
import io.github.gmp.runtime.config.ConfigSchema;
import io.github.gmp.runtime.config.ParameterType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the parameters of a configuration record, those of nested records included (once: later uses refer to the first). */
final class ParameterRows {
    private final ComponentCatalog catalog;
    private final Map<Class<?>, String> explained = new HashMap<>();
    private final List<ParameterRow> rows = new ArrayList<>();

    private ParameterRows(ComponentCatalog catalog) {
        this.catalog = catalog;
    }

    static List<ParameterRow> of(Class<?> record, ComponentCatalog catalog) {
        ParameterRows all = new ParameterRows(catalog);
        all.append(ConfigSchema.of(record), "");
        return all.rows;
    }

    private void append(ConfigSchema schema, String prefix) {
        for (ConfigParameter parameter : schema.parameters()) {
            ParameterType type = ParameterType.of(parameter);
            String key = prefix + parameter.key();
            Optional<Class<?>> nested = type.nestedRecord();
            StringBuilder doc = new StringBuilder(Sentences.sentence(parameter.doc()));
            if (!parameter.kind().isEmpty()) {
                doc.append(" One of: ")
                        .append(String.join(", ", catalog.names(parameter.kind())))
                        .append('.');
            }
            Optional<String> before = nested.map(explained::get);
            before.ifPresent(first -> doc.append(" Keys as in ").append(first).append('.'));
            rows.add(new ParameterRow(
                    key,
                    type.inWords(),
                    parameter.unit(),
                    parameter.required() ? "required" : parameter.defaultText().orElse(""),
                    parameter.range(),
                    doc.toString()));
            if (nested.isPresent() && before.isEmpty()) {
                explained.put(nested.get(), key);
                append(ConfigSchema.of(nested.get()), key + type.nestedSuffix());
            }
        }
    }
}
