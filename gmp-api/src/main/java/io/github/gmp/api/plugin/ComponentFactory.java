package io.github.gmp.api.plugin;

import io.github.gmp.api.error.GmpException;

import java.util.Map;
import java.util.function.BiFunction;

/**
 * Makes components of one kind and name from a configuration record. Most factories are values, made by {@link #of}; whoever needs more
 * than a function implements the interface.
 *
 * @param <C> the configuration: a record whose components carry {@link Param}
 * @param <T> the interface of the components
 */
public interface ComponentFactory<C extends Record, T> {
    /**
     * A factory that is nothing but its declaration, without presets; {@link #withPresets} adds some.
     *
     * @param kind the kind of components it makes, the constant {@code KIND} of their interface
     * @param name lower-kebab-case name, unique within the kind
     * @param description one or two sentences, with the source of the method
     * @param configType the configuration record
     * @param maker makes a component, as {@link #create} says
     * @param <C> the configuration
     * @param <T> the interface of the components
     * @return the factory
     * @throws IllegalArgumentException if the name is not lower-kebab-case or the description is blank
     */
    static <C extends Record, T> ComponentFactory<C, T> of(
            ComponentKind<T> kind,
            String name,
            String description,
            Class<C> configType,
            BiFunction<? super C, ? super ComponentContext, ? extends T> maker) {
        return new DeclaredFactory<>(kind, name, description, configType, Map.of(), maker);
    }

    /**
     * {@return a factory like this one, with these presets}
     *
     * @param presets ready-made settings by name, see {@link #presets}
     */
    default ComponentFactory<C, T> withPresets(Map<String, Map<String, Object>> presets) {
        return new DeclaredFactory<>(kind(), name(), description(), configType(), presets, this::create);
    }

    /** {@return the kind of components it makes} */
    ComponentKind<T> kind();

    /** {@return the lower-kebab-case name, unique within the kind: the value of {@code type} in a configuration} */
    String name();

    /** {@return one or two sentences for {@code gmp describe}, with the source of the method} */
    String description();

    /** {@return the configuration record} */
    Class<C> configType();

    /**
     * Ready-made settings by name: the key {@code preset} of a configuration takes one of them as its base, and the other keys given
     * override it (nested components of the same type key by key). Values are text, numbers, booleans, lists and maps.
     *
     * @return presets by name, in the order to list them
     */
    default Map<String, Map<String, Object>> presets() {
        return Map.of();
    }

    /**
     * {@return the component of a configuration: immutable and thread-safe}
     *
     * @param config the configuration, bound and checked
     * @param context creates nested components
     * @throws ConfigException if values do not fit together
     * @throws GmpException if something it needs cannot be had (a file, an element)
     */
    T create(C config, ComponentContext context);
}
