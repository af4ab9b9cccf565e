package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentFactory;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Makes up configurations that the binder accepts: defaults where there are some, plausible values elsewhere. */
public final class ExampleValues {
    private final ComponentCatalog catalog;
    private final BiPredicate<String, Map<String, Object>> works;

    /**
     * @param catalog the components that examples may name
     * @param works tells, given a kind and a configuration, whether a component can be made of it
     */
    public ExampleValues(ComponentCatalog catalog, BiPredicate<String, Map<String, Object>> works) {
        this.catalog = catalog;
        this.works = works;
    }

    /**
     * {@return a configuration of a component: {@code type} and all keys that have a default or are required}
     *
     * @param factory a factory
     */
    public Map<String, Object> component(ComponentFactory<?, ?> factory) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", factory.name());
        Optional<String> preset = factory.presets().keySet().stream().findFirst();
        if (preset.isPresent() && needsValues(factory.configType())) {
            map.put("preset", preset.get());
        } else {
            map.putAll(record(factory.configType()));
        }
        return map;
    }

    /**
     * {@return all its keys that have a default or are required}
     *
     * @param record a configuration record
     */
    public Map<String, Object> record(Class<?> record) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (ConfigParameter parameter : ConfigSchema.of(record).parameters()) {
            if (parameter.defaultValue().isPresent()) {
                // What the data decide is best left to them.
                if (!Placeholder.matches(parameter.defaultValue().get())) {
                    map.put(parameter.key(), parameter.defaultValue().get());
                }
            } else if (parameter.required()) {
                map.put(parameter.key(), value(parameter.type(), parameter));
            }
        }
        return map;
    }

    private static boolean needsValues(Class<?> record) {
        return ConfigSchema.of(record).parameters().stream().anyMatch(ConfigParameter::required);
    }

    private Object value(Type type, ConfigParameter parameter) {
        if (ConfigTypes.isDecimal(type)) {
            return parameter.interval().sample();
        }
        if (ConfigTypes.isWhole(type)) {
            return (long) Math.ceil(parameter.interval().sample());
        }
        if (ConfigTypes.isTruth(type)) {
            return true;
        }
        if (ConfigTypes.isEnum(type)) {
            return ConfigTypes.enumNames(type).get(0);
        }
        if (ConfigTypes.isList(type)) {
            return List.of(value(ConfigTypes.content(type), parameter));
        }
        if (ConfigTypes.isMap(type)) {
            return Map.of("name", value(ConfigTypes.content(type), parameter));
        }
        if (ConfigTypes.isRecord(type)) {
            return record((Class<?>) type);
        }
        if (ConfigTypes.isComponent(type)) {
            return briefComponent(parameter.kind());
        }
        return parameter.key().toUpperCase(java.util.Locale.ROOT);
    }

    /** The first component of the kind that can do with its defaults, else the first in full. */
    private Map<String, Object> briefComponent(String kind) {
        for (String name : catalog.names(kind)) {
            Map<String, Object> brief = Map.of("type", name);
            if (works.test(kind, brief)) {
                return brief;
            }
        }
        return catalog.names(kind).stream()
                .findFirst()
                .flatMap(name -> catalog.find(kind, name))
                .map(this::component)
                .orElse(Map.of("type", kind));
    }
}
