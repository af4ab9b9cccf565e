package io.github.gmp.runtime.config;

import java.lang.reflect.Type;
import java.util.Optional;

/** The type of a parameter as documentation shows it. */
public final class ParameterType {
    private final Type type;
    private final String kind;

    private ParameterType(Type type, String kind) {
        this.type = ConfigTypes.isOptional(type) ? ConfigTypes.content(type) : type;
        this.kind = kind;
    }

    /**
     * {@return its type}
     *
     * @param parameter a parameter
     */
    public static ParameterType of(ConfigParameter parameter) {
        return new ParameterType(parameter.type(), parameter.kind());
    }

    /** {@return the type in words, for example {@code list of numbers}} */
    public String inWords() {
        return words(type, false);
    }

    /** {@return the record whose keys belong below this parameter, if any} */
    public Optional<Class<?>> nestedRecord() {
        return ConfigTypes.recordWithin(type);
    }

    /** {@return what stands between the key of this parameter and the keys of {@link #nestedRecord()}} */
    public String nestedSuffix() {
        if (ConfigTypes.isList(type)) {
            return "[].";
        }
        return ConfigTypes.isMap(type) ? ".NAME." : ".";
    }

    private String words(Type inner, boolean plural) {
        if (ConfigTypes.isList(inner)) {
            return (plural ? "lists of " : "list of ") + words(ConfigTypes.content(inner), true);
        }
        if (ConfigTypes.isMap(inner)) {
            return (plural ? "maps from names to " : "map from names to ") + words(ConfigTypes.content(inner), true);
        }
        if (ConfigTypes.isEnum(inner)) {
            return (plural ? "" : "one of ") + String.join(", ", ConfigTypes.enumNames(inner));
        }
        if (ConfigTypes.isTruth(inner)) {
            return "true or false";
        }
        if (ConfigTypes.isText(inner)) {
            return plural ? "texts" : "text";
        }
        if (ConfigTypes.isComponent(inner)) {
            return kind + (plural ? " components" : " component");
        }
        return simple(inner) + (plural ? "s" : "");
    }

    private static String simple(Type inner) {
        if (ConfigTypes.isDecimal(inner)) {
            return "number";
        }
        if (ConfigTypes.isWhole(inner)) {
            return "whole number";
        }
        if (ConfigTypes.isFile(inner)) {
            return "file";
        }
        return ConfigTypes.isRecord(inner) ? "map" : "value";
    }
}
