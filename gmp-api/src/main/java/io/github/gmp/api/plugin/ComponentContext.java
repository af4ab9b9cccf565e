package io.github.gmp.api.plugin;

import io.github.gmp.api.error.GmpException;

import java.nio.file.Path;

/** What a factory may ask of its host. */
public interface ComponentContext {
    /**
     * Creates a nested component.
     *
     * @param kind its kind
     * @param spec its configuration
     * @param <T> its interface
     * @return the component
     * @throws GmpException if it cannot be created
     */
    <T> T create(ComponentKind<T> kind, ComponentSpec spec);

    /**
     * Resolves a file name of the configuration: relative names are relative to the configuration file.
     *
     * @param file a file name as the user wrote it
     * @return the path
     */
    Path resolve(String file);
}
