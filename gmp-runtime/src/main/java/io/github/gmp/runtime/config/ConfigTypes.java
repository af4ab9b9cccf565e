package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.files.NamedFile;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The types that components of configuration records may have. */
final class ConfigTypes {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> DECIMAL = Set.of(double.class, Double.class);
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);

    private ConfigTypes() {}

    static boolean isWhole(Type type) {
        return type instanceof Class<?> c && WHOLE.contains(c);
    }

    static boolean isInt(Type type) {
        return type == int.class || type == Integer.class;
    }

    static boolean isDecimal(Type type) {
        return type instanceof Class<?> c && DECIMAL.contains(c);
    }

    static boolean isTruth(Type type) {
        return type instanceof Class<?> c && TRUTH.contains(c);
    }

    static boolean isText(Type type) {
        return type == String.class;
    }

    static boolean isEnum(Type type) {
        return type instanceof Class<?> c && c.isEnum();
    }

    static boolean isComponent(Type type) {
        return type == ComponentSpec.class;
    }

    /** Where a file is, or its name too, which only the host needs for its reports. */
    static boolean isFile(Type type) {
        return type == Path.class || type == NamedFile.class;
    }

    static Object fileValue(Type type, NamedFile file) {
        return type == Path.class ? file.path() : file;
    }

    static boolean isRecord(Type type) {
        return type instanceof Class<?> c && c.isRecord() && !isComponent(type) && !isFile(type);
    }

    /** Plain data of any shape, passed on unchecked. */
    static boolean isAnything(Type type) {
        return type == Object.class;
    }

    static boolean isList(Type type) {
        return rawType(type) == List.class;
    }

    static boolean isMap(Type type) {
        return rawType(type) == Map.class;
    }

    static boolean isOptional(Type type) {
        return rawType(type) == Optional.class;
    }

    /** The X of {@code List<X>}, {@code Optional<X>} and {@code Map<String, X>}. */
    static Type content(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    private static Type rawType(Type type) {
        return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    }

    static boolean isSupported(Type type) {
        if (isList(type) || isOptional(type)) {
            return type instanceof ParameterizedType && isSupported(content(type)) && !isOptional(content(type));
        }
        if (isMap(type)) {
            return type instanceof ParameterizedType parameterized
                    && parameterized.getActualTypeArguments()[0] == String.class
                    && isSupported(content(type))
                    && !isOptional(content(type));
        }
        return isWhole(type)
                || isDecimal(type)
                || isTruth(type)
                || isText(type)
                || isEnum(type)
                || isComponent(type)
                || isFile(type)
                || isRecord(type)
                || isAnything(type);
    }

    /** The record that values of this type, or the values inside, are bound to, if any. */
    static Optional<Class<?>> recordWithin(Type type) {
        if (isList(type) || isOptional(type) || isMap(type)) {
            return recordWithin(content(type));
        }
        return isRecord(type) ? Optional.of((Class<?>) type) : Optional.empty();
    }

    static boolean hasComponentWithin(Type type) {
        return isList(type) || isOptional(type) || isMap(type) ? hasComponentWithin(content(type)) : isComponent(type);
    }

    /** Constants of an enum as a configuration writes them: {@code PER_CUTOFF} is {@code per-cutoff}. */
    static List<String> enumNames(Type type) {
        return Arrays.stream(((Class<?>) type).getEnumConstants())
                .map(constant -> enumName((Enum<?>) constant))
                .collect(Collectors.toList());
    }

    static String enumName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
