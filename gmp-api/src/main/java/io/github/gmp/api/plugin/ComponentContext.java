package io.github.gmp.api.plugin;

import io.github.gmp.api.error.GmpException;

import java.nio.file.Path;
import java.util.Optional;

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
     * A folder for what takes long to make and can be made again. Other processes may use it at the same moment, and it may be emptied at any
     * moment: files should appear whole (be renamed into place), and a missing or damaged one must do no harm.
     *
     * @param purpose lower-kebab-case name of what is kept there
     * @return the folder, which need not exist; empty (the default) if the host keeps nothing
     */
    default Optional<Path> cache(String purpose) {
        return Optional.empty();
    }
}
