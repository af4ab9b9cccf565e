package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import jakarta.inject.Inject;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds plain data to configuration records, strictly: every key must be known and every value allowed. Thread-safe. */
public final class ConfigBinder {
    private static final Logger LOG = LogManager.getLogger(ConfigBinder.class);

    private final ComponentCatalog catalog;

    /** @param catalog the components that configurations may name */
    @Inject
    public ConfigBinder(ComponentCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Binds a whole configuration.
     *
     * @param tree the configuration; relative names of files are relative to its base directory
     * @param type the record
     * @param environment what placeholders stand for
     * @param <C> the record
     * @return the record, with the resolved configuration
     * @throws ConfigException with all problems there are
     * @throws IllegalStateException if a placeholder stands outside of a component and the environment is unknown: the record cannot be
     *     made then
     */
    public <C extends Record> BoundConfig<C> bind(ConfigTree tree, Class<C> type, BindingEnvironment environment) {
        BindingPass pass = new BindingPass(catalog, environment, FileLookup.in(tree.baseDirectory()));
        BoundValue outcome = pass.bindRecord(tree.map(), type, "", List.of());
        BoundValue good = require(outcome, pass);
        @SuppressWarnings("unchecked") // a record resolves to a map with text for keys
        Map<String, Object> resolved =
                (Map<String, Object>) ComponentSpecs.plain(good.resolved().orElseThrow());
        return new BoundConfig<>(type.cast(good.value().orElseThrow()), resolved, ComponentSpecs.hashOf(resolved));
    }

    /**
     * Binds a component that lies in no folder: names of files that were not bound before have to be absolute.
     *
     * @param kind name of its kind
     * @param value a map with {@code type}, or the name of a type, or a {@link ComponentSpec}
     * @param path where it stands, for messages
     * @param environment what placeholders stand for
     * @return the component with defaults filled in and presets expanded
     * @throws ConfigException with all problems there are
     */
    public ComponentSpec bindComponent(String kind, Object value, String path, BindingEnvironment environment) {
        return bindComponent(kind, value, path, environment, FileLookup.absolute());
    }

    /**
     * Binds a component.
     *
     * @param kind name of its kind
     * @param value a map with {@code type}, or the name of a type, or a {@link ComponentSpec}
     * @param path where it stands, for messages
     * @param environment what placeholders stand for
     * @param files what names of files mean
     * @return the component with defaults filled in and presets expanded
     * @throws ConfigException with all problems there are
     */
    public ComponentSpec bindComponent(
            String kind, Object value, String path, BindingEnvironment environment, FileLookup files) {
        BindingPass pass = new BindingPass(catalog, environment, files);
        BoundValue outcome = require(pass.bindComponent(kind, value, path, Optional.empty()), pass);
        return (ComponentSpec) outcome.value().orElseThrow();
    }

    /**
     * Binds the keys of a component to the record of its factory.
     *
     * @param factory the factory
     * @param spec a component of its type
     * @param <C> the record
     * @return the record
     * @throws ConfigException with all problems there are; a value that is still to be taken from the data is one
     */
    public <C extends Record> C configOf(ComponentFactory<C, ?> factory, ComponentSpec spec) {
        BindingPass pass = new BindingPass(catalog, BindingEnvironment.of(Map.of()), FileLookup.absolute());
        BoundValue outcome = require(
                pass.bindRecord(spec.keys(), factory.configType(), spec.path(), List.of("type", "preset")), pass);
        return factory.configType().cast(outcome.value().orElseThrow());
    }

    /**
     * Finds the names of files in a value that is bound later, together with others: a choice of a search, say.
     *
     * @param type the record of the configuration that the value will be put into
     * @param resolved that configuration as it is without the value
     * @param path where the value will be put, see {@link ConfigTree#with}
     * @param value the value, plain data
     * @param files what names of files mean
     * @return the value with {@link io.github.gmp.runtime.files.NamedFile}s where components declare files; what does not fit is left as it is,
     *     for the binder to refuse
     * @throws IllegalArgumentException if the path is none
     */
    public Object named(Class<?> type, Map<String, ?> resolved, String path, Object value, FileLookup files) {
        return new UnboundFiles(catalog, files).in(type, resolved, path, value);
    }

    private static BoundValue require(BoundValue outcome, BindingPass pass) {
        if (!pass.problems().isEmpty()) {
            throw new ConfigException(pass.problems());
        }
        pass.warnings().forEach(LOG::warn);
        if (outcome.isDeferred()) {
            throw new IllegalStateException(
                    "a value outside of any component is to be taken from data that are not known yet: "
                            + outcome.resolved().orElseThrow());
        }
        return outcome;
    }
}
