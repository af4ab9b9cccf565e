package io.github.gmp.runtime.config;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lays the keys a user gives over those of a preset. */
final class PresetMerger {
    private static final String TYPE = "type";

    private PresetMerger() {}

    /**
     * Nested records merge key by key, and so do nested components unless the user names another type; anything else that the user gives
     * replaces what the preset has.
     *
     * @param record the record that the keys belong to
     * @param preset keys of the preset
     * @param given keys of the user
     * @return both
     */
    static Map<String, Object> merge(Class<?> record, Map<String, Object> preset, Map<String, Object> given) {
        ConfigSchema schema = ConfigSchema.of(record);
        Map<String, Object> merged = new LinkedHashMap<>(preset);
        given.forEach((key, value) -> {
            Optional<Type> type = schema.find(key).map(ConfigParameter::type);
            Object base = preset.get(key);
            merged.put(key, base == null || type.isEmpty() ? value : mergeValue(type.get(), base, value));
        });
        return merged;
    }

    private static Object mergeValue(Type type, Object base, Object value) {
        if (ConfigTypes.isOptional(type)) {
            return mergeValue(ConfigTypes.content(type), base, value);
        }
        if (ConfigTypes.isRecord(type) && base instanceof Map<?, ?> && value instanceof Map<?, ?>) {
            return merge((Class<?>) type, textKeys(base), textKeys(value));
        }
        if (ConfigTypes.isComponent(type) && isComponentLike(base) && isComponentLike(value)) {
            return mergeComponent(textKeys(base), textKeys(value));
        }
        return value;
    }

    private static Object mergeComponent(Map<String, Object> base, Map<String, Object> value) {
        boolean sameType = !value.containsKey(TYPE) || value.get(TYPE).equals(base.get(TYPE));
        if (!sameType) {
            return value;
        }
        Map<String, Object> merged = new LinkedHashMap<>(base);
        value.forEach((key, item) -> {
            Object old = base.get(key);
            // Below this level the schema depends on the type; maps with a type are components.
            boolean nested = old instanceof Map<?, ?> && item instanceof Map<?, ?>;
            merged.put(key, nested ? mergeComponent(textKeys(old), textKeys(item)) : item);
        });
        return merged;
    }

    private static boolean isComponentLike(Object value) {
        return value instanceof Map<?, ?> || value instanceof String && !Placeholder.matches(value);
    }

    private static Map<String, Object> textKeys(Object value) {
        if (value instanceof String name) {
            return Map.of(TYPE, name);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, item) -> map.put((String) key, item));
        return map;
    }
}
