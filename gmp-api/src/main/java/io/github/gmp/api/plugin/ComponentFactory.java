package io.github.gmp.api.plugin;

import io.github.gmp.api.error.GmpException;

import java.util.Map;

/**
 * Makes components of one kind and name from a configuration record.
 *
 * @param <C> the configuration: a record whose components carry {@link Param}
 * @param <T> the interface of the components
 */
public interface ComponentFactory<C extends Record, T> {
    /** @return the kind of components it makes */
    ComponentKind<T> kind();

    /** @return lower-kebab-case name, unique within the kind: the value of {@code type} in a configuration */
    String name();

    /** @return one or two sentences for {@code gmp describe}, with the source of the method */
    String description();

    /** @return the configuration record */
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
     * @param config the configuration, bound and checked
     * @param context creates nested components
     * @return an immutable, thread-safe component
     * @throws ConfigException if values do not fit together
     * @throws GmpException if something it needs cannot be had (a file, an element)
     */
    T create(C config, ComponentContext context);
}
