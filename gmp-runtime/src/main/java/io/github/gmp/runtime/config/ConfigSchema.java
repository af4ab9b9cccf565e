package io.github.gmp.runtime.config;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.Param;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of a configuration record, read from its {@link Param} annotations. */
public final class ConfigSchema {
    /** Keys with a meaning of their own in every component. */
    private static final Set<String> RESERVED = Set.of("type", "preset");

    private static final ClassValue<ConfigSchema> SCHEMAS = new ClassValue<>() {
        @Override
        protected ConfigSchema computeValue(Class<?> type) {
            return new ConfigSchema(type, new ArrayList<>());
        }
    };

    private final Class<?> type;
    private final List<ConfigParameter> parameters;

    private ConfigSchema(Class<?> type, List<Class<?>> outer) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        if (outer.contains(type)) {
            throw new IllegalArgumentException(type.getName() + " contains itself");
        }
        this.type = type;
        List<ConfigParameter> list = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            list.add(parameter(type, component));
        }
        this.parameters = List.copyOf(list);
        requireFormerNamesAreFree();
        List<Class<?>> around = new ArrayList<>(outer);
        around.add(type);
        parameters.forEach(parameter ->
                ConfigTypes.recordWithin(parameter.type()).ifPresent(nested -> new ConfigSchema(nested, around)));
    }

    /**
     * {@return its schema}
     *
     * @param type a configuration record
     * @throws IllegalArgumentException if the record cannot be a configuration: a component without documentation, of an unsupported type,
     *     with a default or a range that cannot be read; the message names it
     */
    public static ConfigSchema of(Class<?> type) {
        return SCHEMAS.get(type);
    }

    /** {@return the record} */
    public Class<?> type() {
        return type;
    }

    /** {@return its parameters in the order of the record} */
    public List<ConfigParameter> parameters() {
        return parameters;
    }

    /** {@return the keys, in the order of the record} */
    public List<String> keys() {
        return parameters.stream().map(ConfigParameter::key).collect(Collectors.toList());
    }

    /**
     * {@return its parameter}
     *
     * @param key a key
     */
    public Optional<ConfigParameter> find(String key) {
        return parameters.stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst();
    }

    private void requireFormerNamesAreFree() {
        List<String> taken = new ArrayList<>(keys());
        taken.addAll(RESERVED);
        for (ConfigParameter parameter : parameters) {
            for (String former : parameter.formerly()) {
                check(
                        !former.isBlank() && !taken.contains(former),
                        type.getName() + "." + parameter.key(),
                        "has the former name '" + former + "', which is empty or taken");
                taken.add(former);
            }
        }
    }

    private static ConfigParameter parameter(Class<?> type, RecordComponent component) {
        String name = type.getName() + "." + component.getName();
        Param param = component.getAnnotation(Param.class);
        check(param != null && !param.doc().isBlank(), name, "needs @Param with a doc");
        check(
                ConfigTypes.isSupported(component.getGenericType()),
                name,
                "has the unsupported type " + component.getGenericType().getTypeName());
        check(
                !RESERVED.contains(component.getName()),
                name,
                "has a reserved name; 'type' and 'preset' belong to the host");
        boolean isComponent = ConfigTypes.hasComponentWithin(component.getGenericType());
        Class<?> kind = kind(param, name);
        check(isComponent == (kind != void.class), name, "needs a kind if and only if it is a ComponentSpec");
        String[] defaults = param.defaultValue();
        check(defaults.length <= 1, name, "has more than one default");
        check(
                defaults.length == 0 || !ConfigTypes.isOptional(component.getGenericType()),
                name,
                "is Optional and has a default");
        try {
            Interval.parse(param.range());
            Optional<String> text = defaults.length == 0 ? Optional.empty() : Optional.of(defaults[0]);
            return new ConfigParameter(
                    component.getName(),
                    component.getGenericType(),
                    param.doc(),
                    param.unit(),
                    text,
                    text.map(yaml -> readDefault(yaml, name)),
                    param.range(),
                    isComponent ? ComponentKind.of(kind).name() : "",
                    List.of(param.formerly()));
        } catch (DataException | IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static Class<?> kind(Param param, String name) {
        try {
            return param.kind();
        } catch (TypeNotPresentException e) {
            throw new IllegalArgumentException(name + " has the kind " + e.typeName() + ", which is not there", e);
        }
    }

    private static Object readDefault(String yaml, String name) {
        // An empty default is the empty text, and a placeholder would be YAML flow syntax after its dollar sign.
        return yaml.isEmpty() || Placeholder.matches(yaml) ? yaml : YamlReader.readText(yaml, "default of " + name);
    }

    private static void check(boolean good, String name, String problem) {
        if (!good) {
            throw new IllegalArgumentException(name + " " + problem);
        }
    }
}
