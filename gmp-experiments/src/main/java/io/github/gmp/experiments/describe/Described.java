package io.github.gmp.experiments.describe;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.experiments.config.ComponentCatalog;
import io.github.gmp.experiments.config.ConfigSchema;
import io.github.gmp.experiments.config.ConfigTree;
import io.github.gmp.experiments.config.DescribedConfig;
import io.github.gmp.experiments.config.ExampleValues;
import io.github.gmp.experiments.plugin.LoadedPlugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything there is to say about one component or configuration file.
 *
 * @param title kind and name, or just the name of a configuration file
 * @param description one or two sentences
 * @param origin plugin, version and where it came from; empty for configuration files
 * @param rows its parameters
 * @param presets its presets
 * @param example YAML to paste
 */
record Described(
        String title,
        String description,
        String origin,
        List<ParameterRow> rows,
        Map<String, Map<String, Object>> presets,
        String example) {

    static Described of(ComponentFactory<?, ?> factory, LoadedPlugin plugin, ComponentCatalog catalog) {
        String kind = factory.kind().name();
        Map<String, Object> example = Map.of(kind, new ExampleValues(catalog).component(factory));
        String origin =
                plugin.name() + " " + plugin.version() + (plugin.isBuiltIn() ? "" : " (" + plugin.origin() + ")");
        return new Described(
                kind + "/" + factory.name(),
                factory.description(),
                origin,
                new ParameterRows(catalog).of(factory.configType()),
                factory.presets(),
                yaml(example));
    }

    static Described of(DescribedConfig config, ComponentCatalog catalog) {
        return new Described(
                config.name(),
                config.description(),
                "",
                new ParameterRows(catalog).of(config.type()),
                Map.of(),
                yaml(new ExampleValues(catalog).record(config.type())));
    }

    /** Components that name a component of the kind, with the key. */
    static List<String> users(String kind, ComponentCatalog catalog) {
        List<String> users = new ArrayList<>();
        for (ComponentFactory<?, ?> factory : catalog.factories()) {
            ConfigSchema.of(factory.configType()).parameters().stream()
                    .filter(parameter -> parameter.kind().equals(kind))
                    .forEach(parameter -> users.add(
                            "key '" + parameter.key() + "' of " + factory.kind().name() + "/" + factory.name()));
        }
        return users;
    }

    private static String yaml(Map<String, Object> example) {
        return ConfigTree.of(example, Path.of("")).toYaml();
    }
}
