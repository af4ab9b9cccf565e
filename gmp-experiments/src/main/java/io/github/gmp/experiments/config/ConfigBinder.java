package io.github.gmp.experiments.config;

import com.google.inject.Inject;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;

/** Binds plain data to configuration records, strictly: every key must be known and every value allowed. */
public final class ConfigBinder {
    private final ComponentCatalog catalog;

    /** @param catalog the components that configurations may name */
    @Inject
    public ConfigBinder(ComponentCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Binds a whole configuration.
     *
     * @param tree the configuration
     * @param type the record
     * @param environment what placeholders stand for
     * @param <C> the record
     * @return the record, with the resolved configuration
     * @throws ConfigException with all problems there are
     */
    public <C extends Record> BoundConfig<C> bind(ConfigTree tree, Class<C> type, BindingEnvironment environment) {
        throw new UnsupportedOperationException("to be written");
    }

    /**
     * Binds a component.
     *
     * @param kind name of its kind
     * @param value a map with {@code type}, or the name of a type, or a {@link ComponentSpec}
     * @param path where it stands, for messages
     * @param environment what placeholders stand for
     * @return the component with defaults filled in and presets expanded
     * @throws ConfigException with all problems there are
     */
    public ComponentSpec bindComponent(String kind, Object value, String path, BindingEnvironment environment) {
        throw new UnsupportedOperationException("to be written");
    }
}
