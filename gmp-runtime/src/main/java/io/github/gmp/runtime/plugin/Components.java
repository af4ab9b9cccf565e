package io.github.gmp.runtime.plugin;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.runtime.config.ComponentCatalog;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.files.CacheFolder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What plugins offer, ready to be configured and made: for programs that wire nothing else. A host with an object graph of its own binds the
 * four separately.
 *
 * @param plugins the plugins found
 * @param catalog their factories by kind and name
 * @param binder checks configurations of components
 * @param registry makes components
 */
public record Components(PluginSet plugins, ComponentCatalog catalog, ConfigBinder binder, ComponentRegistry registry) {
    /**
     * {@return what they offer}
     *
     * @param plugins plugins
     * @param cache where components may keep what takes long to make
     */
    public static Components of(PluginSet plugins, CacheFolder cache) {
        List<ComponentFactory<?, ?>> factories = new ArrayList<>();
        plugins.plugins().forEach(plugin -> factories.addAll(plugin.factories()));
        ComponentCatalog catalog = ComponentCatalog.of(factories);
        ConfigBinder binder = new ConfigBinder(catalog);
        return new Components(plugins, catalog, binder, new ComponentRegistry(catalog, binder, plugins, cache));
    }

    /**
     * Finds plugins on the class path and in folders.
     *
     * @param pluginFolders folders with plugin jars, beside the class path
     * @param cache where components may keep what takes long to make
     * @return what they offer
     * @throws ConfigException if two plugins offer a component of the same kind and name
     * @throws DataException if a folder cannot be read
     */
    public static Components load(List<Path> pluginFolders, CacheFolder cache) {
        return of(PluginLoader.load(pluginFolders), cache);
    }
}
