package io.github.gmp.runtime.plugin;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorFactory;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentCatalog;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ProblemPaths;
import io.github.gmp.runtime.files.CacheFolder;
import jakarta.inject.Inject;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes components from their configuration. Immutable and thread-safe. */
public final class ComponentRegistry {
    private final ComponentCatalog catalog;
    private final ConfigBinder binder;
    private final PluginSet plugins;
    private final CacheFolder cache;

    /**
     * @param catalog the factories
     * @param binder binds the keys of a component to the record of its factory
     * @param plugins where the factories came from
     * @param cache where components may keep what takes long to make
     */
    @Inject
    public ComponentRegistry(ComponentCatalog catalog, ConfigBinder binder, PluginSet plugins, CacheFolder cache) {
        this.catalog = catalog;
        this.binder = binder;
        this.plugins = plugins;
        this.cache = cache;
    }

    /**
     * Makes a component. The specification is checked once more, so it need not have gone through the binder before.
     *
     * @param kind the kind
     * @param spec the component; values taken from the data must have been filled in, and names of files be bound or absolute
     * @param <T> the interface
     * @return the component
     * @throws ConfigException with all problems of the specification
     */
    public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
        ComponentSpec bound = binder.bindComponent(kind.name(), spec, spec.path(), BindingEnvironment.of(Map.of()));
        ComponentFactory<?, ?> factory = catalog.find(kind.name(), bound.type()).orElseThrow();
        Object component = make(factory, bound);
        if (!kind.type().isInstance(component)) {
            throw new DefectivePluginException(owner(factory) + " made " + component + ", which is not a "
                    + kind.type().getName());
        }
        return kind.type().cast(component);
    }

    private <C extends Record> Object make(ComponentFactory<C, ?> factory, ComponentSpec spec) {
        C config = binder.configOf(factory, spec);
        Nested nested = new Nested();
        try {
            return factory.create(config, nested);
        } catch (ConfigException e) {
            throw nested.failure().filter(e::equals).isPresent()
                    ? e
                    : new ConfigException(ProblemPaths.prefix(spec.path(), e.problems()));
        } catch (GmpException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(List.of(ProblemPaths.unfit(spec.path(), ComponentSpecs.toMap(spec), e)));
        } catch (DefectivePluginException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new DefectivePluginException(owner(factory) + " failed: " + e, e);
        }
    }

    /**
     * Restores a regressor from its state alone; no configuration is looked at.
     *
     * @param type name of its factory
     * @param state its state
     * @return the regressor
     * @throws DataException if there is no such factory, or the state is none of its regressors
     */
    public Regressor restore(String type, ModelState state) {
        String kind = RegressorTrainer.KIND.name();
        ComponentFactory<?, ?> factory = catalog.find(kind, type)
                .orElseThrow(() -> new DataException(
                        new ConfigProblem.UnknownComponent(kind, kind, type, catalog.names(kind)).message()));
        if (!(factory instanceof RegressorFactory<?> restorer)) {
            throw new DataException(owner(factory) + " cannot restore a regressor from its state: its factory is no "
                    + RegressorFactory.class.getName());
        }
        try {
            return restorer.restore(
                    state,
                    member -> restore(member.reader("the stored regressor").text("type"), member));
        } catch (GmpException | DefectivePluginException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new DataException("the stored regressor is not valid: " + e.getMessage(), e);
        } catch (RuntimeException | LinkageError e) {
            throw new DefectivePluginException(owner(factory) + " failed: " + e, e);
        }
    }

    private String owner(ComponentFactory<?, ?> factory) {
        String plugin = plugins.plugins().stream()
                .filter(candidate -> candidate.factories().contains(factory))
                .map(candidate -> " of plugin " + candidate.name() + " (" + candidate.origin() + ")")
                .findFirst()
                .orElse("");
        return factory.kind().name() + " '" + factory.name() + "'" + plugin;
    }

    /**
     * {@return the factory}
     *
     * @param kind name of a kind
     * @param name name of a factory
     */
    public Optional<ComponentFactory<?, ?>> find(String kind, String name) {
        return catalog.find(kind, name);
    }

    /** {@return all factories, sorted by kind and name} */
    public Collection<ComponentFactory<?, ?>> factories() {
        return catalog.factories();
    }

    /** {@return the version by name of every plugin, for the provenance of results} */
    public Map<String, String> pluginVersions() {
        Map<String, String> versions = new TreeMap<>();
        plugins.plugins().forEach(plugin -> versions.put(plugin.name(), plugin.version()));
        return versions;
    }

    /** {@return the same of those that results depend on: a plugin that only offers executors is none} */
    public Map<String, String> pluginVersionsOfResults() {
        Map<String, String> versions = new TreeMap<>();
        plugins.plugins().stream()
                .filter(plugin -> !plugin.factories().stream()
                        .allMatch(factory -> factory.kind().equals(TaskExecutor.KIND)))
                .forEach(plugin -> versions.put(plugin.name(), plugin.version()));
        return versions;
    }

    /** {@return the jars of plugins folders that plugins come from} */
    public List<Path> pluginJars() {
        return plugins.plugins().stream()
                .map(LoadedPlugin::origin)
                .filter(origin -> !origin.equals(PluginLoader.CLASS_PATH))
                .map(Path::of)
                .distinct()
                .toList();
    }

    /** What one factory is given to make nested components with. */
    private final class Nested implements ComponentContext {
        private Optional<ConfigException> failure = Optional.empty();

        /** The failure of a nested component: its paths are complete already. */
        Optional<ConfigException> failure() {
            return failure;
        }

        @Override
        public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
            try {
                return ComponentRegistry.this.create(kind, spec);
            } catch (ConfigException e) {
                failure = Optional.of(e);
                throw e;
            }
        }

        @Override
        public Optional<Path> cache(String purpose) {
            return cache.path().map(folder -> folder.resolve(purpose));
        }
    }
}
