package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentFactory;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds names of files in values that are not bound yet, by the schema of the place that they are for. */
final class UnboundFiles {
    private static final String TYPE = "type";

    private final ComponentCatalog catalog;
    private final FileLookup files;

    UnboundFiles(ComponentCatalog catalog, FileLookup files) {
        this.catalog = catalog;
        this.files = files;
    }

    /**
     * A place in a configuration.
     *
     * @param type what may stand there
     * @param kind the kind, where that is a component
     * @param now what stands there; empty if nothing does
     */
    private record Place(Type type, String kind, Optional<Object> now) {
        Place inside(Optional<Object> value) {
            return new Place(ConfigTypes.content(type), kind, value);
        }
    }

    Object in(Class<?> record, Map<String, ?> resolved, String path, Object value) {
        Optional<Place> place = Optional.of(new Place(record, "", Optional.of(resolved)));
        for (Object step : ConfigTree.steps(path)) {
            place = place.flatMap(around -> step(around, step));
        }
        return place.map(there -> named(value, there)).orElse(value);
    }

    private Optional<Place> step(Place place, Object step) {
        if (ConfigTypes.isOptional(place.type())) {
            return step(place.inside(place.now()), step);
        }
        if (step instanceof Integer index) {
            return ConfigTypes.isList(place.type())
                    ? Optional.of(place.inside(place.now()
                            .map(now -> (List<?>) now)
                            .filter(list -> index < list.size())
                            .map(list -> list.get(index))))
                    : Optional.empty();
        }
        String key = (String) step;
        if (ConfigTypes.isMap(place.type())) {
            return Optional.of(place.inside(value(place.now(), key)));
        }
        return parameter(place, key, type(place.now()))
                .map(parameter -> new Place(parameter.type(), parameter.kind(), value(place.now(), key)));
    }

    /** Where the type of a component is searched itself, the key may be another's. */
    private Optional<ConfigParameter> parameter(Place place, String key, Optional<String> type) {
        if (ConfigTypes.isRecord(place.type())) {
            return ConfigSchema.of((Class<?>) place.type()).find(key);
        }
        if (!ConfigTypes.isComponent(place.type())) {
            return Optional.empty();
        }
        return Stream.concat(type.stream(), catalog.names(place.kind()).stream())
                .flatMap(name -> catalog.find(place.kind(), name).stream())
                .map(ComponentFactory::configType)
                .flatMap(record -> ConfigSchema.of(record).find(key).stream())
                .findFirst();
    }

    private Object named(Object value, Place place) {
        if (ConfigTypes.isOptional(place.type())) {
            return named(value, place.inside(place.now()));
        }
        if (ConfigTypes.isFile(place.type())) {
            return file(value);
        }
        if (ConfigTypes.isList(place.type()) && value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(named(item, place.inside(Optional.empty()))));
            return Collections.unmodifiableList(items);
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, item) -> entries.put((String) key, entry((String) key, item, map, place)));
        return Collections.unmodifiableMap(entries);
    }

    private Object entry(String key, Object item, Map<?, ?> around, Place place) {
        if (ConfigTypes.isMap(place.type())) {
            return named(item, place.inside(value(place.now(), key)));
        }
        Optional<String> type = type(Optional.of(around)).or(() -> type(place.now()));
        return parameter(place, key, type)
                .map(parameter -> named(item, new Place(parameter.type(), parameter.kind(), value(place.now(), key))))
                .orElse(item);
    }

    private Object file(Object value) {
        if (!(value instanceof String name) || name.isEmpty() || Placeholder.matches(value)) {
            return value;
        }
        try {
            return files.find(name);
        } catch (IllegalArgumentException e) {
            // The binder says what is wrong with it, and where.
            return value;
        }
    }

    private static Optional<Object> value(Optional<Object> map, String key) {
        return map.filter(Map.class::isInstance).map(now -> ((Map<?, ?>) now).get(key));
    }

    private static Optional<String> type(Optional<?> component) {
        return component
                .filter(Map.class::isInstance)
                .map(now -> ((Map<?, ?>) now).get(TYPE))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
