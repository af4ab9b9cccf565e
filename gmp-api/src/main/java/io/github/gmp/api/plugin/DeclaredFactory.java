package io.github.gmp.api.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** A factory as a value, see {@link ComponentFactory#of}. */
record DeclaredFactory<C extends Record, T>(
        ComponentKind<T> kind,
        String name,
        String description,
        Class<C> configType,
        Map<String, Map<String, Object>> presets,
        BiFunction<? super C, ? super ComponentContext, ? extends T> maker)
        implements ComponentFactory<C, T> {
    DeclaredFactory {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(configType, "configType");
        Objects.requireNonNull(maker, "maker");
        if (!ComponentKind.KEBAB_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a component of kind " + kind.name() + ", '" + name + "', is not lower-kebab-case");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("the component " + kind.name() + "/" + name + " has no description");
        }
        // Presets are listed in the order given.
        presets = Collections.unmodifiableMap(new LinkedHashMap<>(presets));
    }

    @Override
    public T create(C config, ComponentContext context) {
        return maker.apply(config, context);
    }

    @Override
    public String toString() {
        return kind.name() + "/" + name;
    }
}
