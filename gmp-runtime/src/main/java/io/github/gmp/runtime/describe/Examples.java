package io.github.gmp.runtime.describe;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentCatalog;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.ExampleValues;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import jakarta.inject.Inject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Examples to paste; those of components are tried out before they are shown. */
public final class Examples {
    private static final BindingEnvironment WATER = BindingEnvironment.of(Map.of("data.elements", List.of("H", "O")));

    private final ExampleValues values;
    private final ConfigBinder binder;
    private final ComponentRegistry registry;

    @Inject
    Examples(ComponentCatalog catalog, ConfigBinder binder, ComponentRegistry registry) {
        this.values = new ExampleValues(catalog, this::works);
        this.binder = binder;
        this.registry = registry;
    }

    /** The first that really makes a component: the defaults, else a preset. */
    String of(ComponentFactory<?, ?> factory) {
        List<Map<String, Object>> candidates = new ArrayList<>();
        candidates.add(values.component(factory));
        factory.presets().keySet().stream().findFirst().ifPresent(preset -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("type", factory.name());
            map.put("preset", preset);
            candidates.add(map);
        });
        Map<String, Object> shown = candidates.stream()
                .filter(candidate -> works(factory.kind().name(), candidate))
                .findFirst()
                .orElse(candidates.get(0));
        return yaml(Map.of(factory.kind().name(), shown));
    }

    String of(Class<?> record) {
        return yaml(values.record(record));
    }

    private boolean works(String kind, Map<String, Object> example) {
        try {
            ComponentSpec spec = binder.bindComponent(kind, example, "", WATER);
            ComponentFactory<?, ?> factory = registry.find(kind, spec.type()).orElseThrow();
            registry.create(factory.kind(), spec);
            return true;
        } catch (RuntimeException e) {
            // Also a defect of the plugin: documentation is what one reads to find out.
            return false;
        }
    }

    private static String yaml(Map<String, Object> example) {
        return ConfigTree.of(example, Path.of("")).toYaml();
    }
}
