package io.github.gmp.experiments.plugin;

import com.google.inject.Inject;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.experiments.config.ComponentCatalog;
import io.github.gmp.experiments.config.ConfigBinder;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes components from their configuration. Immutable and thread-safe. */
public final class ComponentRegistry {
    private final ComponentCatalog catalog;
    private final ConfigBinder binder;
    private final PluginSet plugins;

    /**
     * @param catalog the factories
     * @param binder binds the keys of a component to the record of its factory
     * @param plugins where the factories came from
     */
    @Inject
    public ComponentRegistry(ComponentCatalog catalog, ConfigBinder binder, PluginSet plugins) {
        this.catalog = catalog;
        this.binder = binder;
        this.plugins = plugins;
    }

    /**
     * Makes a component. The specification is checked once more, so it need not have gone through the binder before.
     *
     * @param kind the kind
     * @param spec the component; values taken from the data must have been filled in
     * @param baseDirectory the folder that relative file names start from
     * @param <T> the interface
     * @return the component
     * @throws io.github.gmp.api.plugin.ConfigException with all problems of the specification
     */
    public <T> T create(ComponentKind<T> kind, ComponentSpec spec, Path baseDirectory) {
        throw new UnsupportedOperationException("to be written");
    }

    /**
     * @param kind name of a kind
     * @param name name of a factory
     * @return the factory
     */
    public Optional<ComponentFactory<?, ?>> find(String kind, String name) {
        return catalog.find(kind, name);
    }

    /** @return all factories, sorted by kind and name */
    public Collection<ComponentFactory<?, ?>> factories() {
        return catalog.factories();
    }

    /** @return version by name of every plugin, for the provenance of results */
    public Map<String, String> pluginVersions() {
        Map<String, String> versions = new TreeMap<>();
        plugins.plugins().forEach(plugin -> versions.put(plugin.name(), plugin.version()));
        return versions;
    }
}
