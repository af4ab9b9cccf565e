package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.runtime.config.ComponentCatalog;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.plugin.ComponentKey;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.plugin.LoadedPlugin;
import io.github.gmp.runtime.plugin.PluginLoader;
import io.github.gmp.runtime.plugin.PluginSet;

import java.util.Map;

/** Binds what the plugins offer: the only class where plugins found by ServiceLoader meet Guice. */
public final class PluginModule extends AbstractModule {
    private final PluginSet plugins;
    private final CacheFolder cache;

    /**
     * @param plugins the plugins found
     * @param cache where components may keep what takes long to make
     */
    public PluginModule(PluginSet plugins, CacheFolder cache) {
        this.plugins = plugins;
        this.cache = cache;
    }

    @Override
    protected void configure() {
        bind(PluginSet.class).toInstance(plugins);
        bind(CacheFolder.class).toInstance(cache);
        bind(ConfigBinder.class).in(Singleton.class);
        bind(ComponentRegistry.class).in(Singleton.class);
        MapBinder<ComponentKey, ComponentFactory<?, ?>> named =
                MapBinder.newMapBinder(binder(), new TypeLiteral<ComponentKey>() {}, new TypeLiteral<>() {});
        for (LoadedPlugin plugin : plugins.plugins()) {
            for (ComponentFactory<?, ?> factory : plugin.factories()) {
                named.addBinding(PluginLoader.key(factory)).toInstance(factory);
            }
        }
    }

    @Provides
    @Singleton
    ComponentCatalog catalog(Map<ComponentKey, ComponentFactory<?, ?>> named) {
        return ComponentCatalog.of(named.values());
    }
}
