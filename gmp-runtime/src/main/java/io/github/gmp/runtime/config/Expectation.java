package io.github.gmp.runtime.config;

import java.lang.reflect.Type;
import java.util.stream.Collectors;

/** What belongs in a place of a configuration, in words. */
final class Expectation {
    private final ComponentCatalog catalog;

    Expectation(ComponentCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * {@return for example {@code a number greater than 0 (Å)}}
     *
     * @param type the type wanted
     * @param parameter the parameter it belongs to
     */
    String of(Type type, ConfigParameter parameter) {
        String unit = parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")";
        if (ConfigTypes.isOptional(type)) {
            return of(ConfigTypes.content(type), parameter);
        }
        if (ConfigTypes.isDecimal(type)) {
            return number("a number", parameter) + unit;
        }
        if (ConfigTypes.isWhole(type)) {
            return number("a whole number", parameter) + unit;
        }
        if (ConfigTypes.isTruth(type)) {
            return "true or false";
        }
        if (ConfigTypes.isText(type)) {
            return "text";
        }
        if (ConfigTypes.isFile(type)) {
            return "the name of a file";
        }
        if (ConfigTypes.isEnum(type)) {
            return "one of " + String.join(", ", ConfigTypes.enumNames(type));
        }
        if (ConfigTypes.isList(type)) {
            return "a list, each item " + of(ConfigTypes.content(type), parameter);
        }
        if (ConfigTypes.isMap(type)) {
            return "a map, each value " + of(ConfigTypes.content(type), parameter);
        }
        if (ConfigTypes.isRecord(type)) {
            return "a map with the keys "
                    + String.join(", ", ConfigSchema.of((Class<?>) type).keys());
        }
        if (ConfigTypes.isComponent(type)) {
            return component(parameter.kind());
        }
        return "a value";
    }

    String component(String kind) {
        return "a component of the kind " + kind + ", one of "
                + catalog.names(kind).stream().collect(Collectors.joining(", "));
    }

    private static String number(String what, ConfigParameter parameter) {
        String words = parameter.interval().inWords();
        return words.isEmpty() ? what : what + " " + words;
    }
}
