package io.github.gmp.runtime.config;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * One parameter of a configuration record: its {@link io.github.gmp.api.plugin.Param} with the type of its record component.
 *
 * @param key its name
 * @param type its type
 * @param doc what it means
 * @param unit its unit; empty for none
 * @param defaultText its default as YAML
 * @param defaultValue its default as plain data
 * @param range the allowed range of its numbers
 * @param kind the kind of component it names; empty for none
 * @param formerly names that it had in earlier versions
 */
public record ConfigParameter(
        String key,
        Type type,
        String doc,
        String unit,
        Optional<String> defaultText,
        Optional<Object> defaultValue,
        String range,
        String kind,
        List<String> formerly) {
    /** {@return whether a configuration must give it} */
    public boolean required() {
        return defaultValue.isEmpty() && !ConfigTypes.isOptional(type);
    }

    Interval interval() {
        return Interval.parse(range);
    }
}
