package io.github.gmp.experiments;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentCatalog;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.features.FeatureProvider;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.plugin.Components;
import io.github.gmp.runtime.plugin.PluginSet;
import io.github.gmp.runtime.progress.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Services with the real plugins, found on the test class path by ServiceLoader; nothing shows progress. */
public final class ExperimentsTestHost {
    private static final Injector INJECTOR = injector();

    private ExperimentsTestHost() {}

    private static Injector injector() {
        Components components = Components.load(List.of(), CacheFolder.of(Path.of(".cache", "gmp")));
        return Guice.createInjector(binder -> {
            binder.bind(PluginSet.class).toInstance(components.plugins());
            binder.bind(CacheFolder.class).toInstance(CacheFolder.of(Path.of(".cache", "gmp")));
            binder.bind(ComponentCatalog.class).toInstance(components.catalog());
            binder.bind(FeatureProvider.class).toInstance(new Featurizer());
            binder.bind(Progress.class).toInstance(Progress.silent());
        });
    }

    /**
     * {@return the service}
     *
     * @param type a service
     * @param <T> its type
     */
    public static <T> T get(Class<T> type) {
        return INJECTOR.getInstance(type);
    }

    /**
     * {@return the component, checked, defaults filled in}
     *
     * @param kind name of a kind of components
     * @param map configuration
     */
    public static ComponentSpec spec(String kind, Map<String, Object> map) {
        return get(ConfigBinder.class)
                .bindComponent(kind, map, kind, BindingEnvironment.of(Map.of("data.elements", List.of("H", "C", "O"))));
    }
}
