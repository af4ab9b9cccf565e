package io.github.gmp.runtime.describe;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.error.Suggestions;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.runtime.config.ComponentCatalog;
import io.github.gmp.runtime.config.ConfigSchema;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.DescribedConfig;
import io.github.gmp.runtime.plugin.LoadedPlugin;
import io.github.gmp.runtime.plugin.PluginSet;
import jakarta.inject.Inject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documentation of all components and configuration files that this installation has. */
public final class Documentation {
    private final ComponentCatalog catalog;
    private final PluginSet plugins;
    private final List<DescribedConfig> configs;
    private final Examples examples;

    /**
     * @param catalog the components
     * @param plugins where they came from
     * @param configs the configuration files
     * @param examples examples to paste
     */
    @Inject
    Documentation(ComponentCatalog catalog, PluginSet plugins, Set<DescribedConfig> configs, Examples examples) {
        this.catalog = catalog;
        this.plugins = plugins;
        this.configs = configs.stream()
                .sorted(Comparator.comparing(DescribedConfig::name))
                .collect(Collectors.toList());
        this.examples = examples;
    }

    /**
     * {@return all kinds and components in one line each}
     *
     * @param width columns of the terminal
     */
    public String overview(int width) {
        StringBuilder text = new StringBuilder();
        for (String kind : catalog.kinds()) {
            TextTable table = new TextTable(width);
            for (ComponentFactory<?, ?> factory : factories(kind)) {
                LoadedPlugin plugin = owner(factory);
                String origin = plugin.isBuiltIn() ? plugin.name() : plugin.name() + " (" + plugin.origin() + ")";
                table.add(List.of(factory.name(), origin, Sentences.first(factory.description())));
            }
            text.append(kind).append('\n').append(table).append('\n');
        }
        if (!configs.isEmpty()) {
            TextTable table = new TextTable(width);
            configs.forEach(config -> table.add(List.of(config.name(), Sentences.first(config.description()))));
            text.append("configuration files\n").append(table).append('\n');
        }
        return text.append("'gmp describe NAME' shows the parameters of a component or a configuration file.\n")
                .toString();
    }

    /**
     * {@return its documentation; for a name that several kinds have, that of each}
     *
     * @param name a component ({@code gmp} or {@code descriptor/gmp}), a kind or a configuration file
     * @param width columns of the terminal
     * @throws GmpException if there is no such name; the message suggests the nearest
     */
    public String describe(String name, int width) {
        Stream<Described> files =
                configs.stream().filter(config -> config.name().equals(name)).map(this::described);
        List<Described> found = Stream.concat(files, components(name).stream().map(this::described))
                .collect(Collectors.toList());
        if (found.isEmpty()) {
            throw unknown(name);
        }
        return found.stream().map(described -> Page.text(described, width)).collect(Collectors.joining("\n"));
    }

    /**
     * {@return the preset as YAML to paste and change}
     *
     * @param name a component
     * @param preset one of its presets
     * @throws GmpException if there is no such component or preset
     */
    public String preset(String name, String preset) {
        List<ComponentFactory<?, ?>> found = components(name);
        if (found.isEmpty()) {
            throw unknown(name);
        }
        for (ComponentFactory<?, ?> factory : found) {
            Map<String, Object> keys = factory.presets().get(preset);
            if (keys != null) {
                Map<String, Object> component = new LinkedHashMap<>();
                component.put("type", factory.name());
                component.putAll(keys);
                return ConfigTree.of(Map.of(factory.kind().name(), component), Path.of(""))
                        .toYaml();
            }
        }
        List<String> known = found.stream()
                .flatMap(factory -> factory.presets().keySet().stream())
                .collect(Collectors.toList());
        throw new GmpException("'" + name + "' has no preset '" + preset + "'" + didYouMean(preset, known)
                + " ('gmp describe " + name + "' lists them)");
    }

    /** {@return the reference page in Markdown} */
    public String markdown() {
        StringBuilder text = new StringBuilder(Page.MARKDOWN_HEAD);
        for (String kind : catalog.kinds()) {
            text.append("\n## Kind `").append(kind).append("`\n");
            List<String> users = users(kind);
            if (!users.isEmpty()) {
                text.append("\nUsed as ").append(String.join(", ", users)).append(".\n");
            }
            factories(kind).forEach(factory -> text.append('\n').append(Page.markdown(described(factory))));
        }
        if (!configs.isEmpty()) {
            text.append("\n## Configuration files\n");
            configs.forEach(config -> text.append('\n').append(Page.markdown(described(config))));
        }
        return text.toString();
    }

    private Described described(ComponentFactory<?, ?> factory) {
        LoadedPlugin plugin = owner(factory);
        String origin = plugin.version() + (plugin.isBuiltIn() ? "" : " (" + plugin.origin() + ")");
        return new Described(
                factory.kind().name() + "/" + factory.name(),
                factory.description(),
                plugin.name(),
                origin,
                ParameterRows.of(factory.configType(), catalog),
                factory.presets(),
                examples.of(factory));
    }

    private Described described(DescribedConfig config) {
        return new Described(
                config.name(),
                config.description(),
                "",
                "",
                ParameterRows.of(config.type(), catalog),
                Map.of(),
                examples.of(config.type()));
    }

    /** The component of that name, those if several kinds have the name, or all of the kind of that name. */
    private List<ComponentFactory<?, ?>> components(String name) {
        List<ComponentFactory<?, ?>> named = catalog.factories().stream()
                .filter(factory ->
                        factory.name().equals(name) || (factory.kind().name() + "/" + factory.name()).equals(name))
                .collect(Collectors.toList());
        return named.isEmpty() ? factories(name) : named;
    }

    private List<ComponentFactory<?, ?>> factories(String kind) {
        List<ComponentFactory<?, ?>> factories = new ArrayList<>();
        catalog.names(kind)
                .forEach(name -> factories.add(catalog.find(kind, name).orElseThrow()));
        return factories;
    }

    /** Components with a key for a component of the kind. */
    private List<String> users(String kind) {
        List<String> users = new ArrayList<>();
        for (ComponentFactory<?, ?> factory : catalog.factories()) {
            ConfigSchema.of(factory.configType()).parameters().stream()
                    .filter(parameter -> parameter.kind().equals(kind))
                    .forEach(parameter -> users.add(
                            "`" + parameter.key() + "` of `" + factory.kind().name() + "/" + factory.name() + "`"));
        }
        return users;
    }

    private GmpException unknown(String name) {
        List<String> names = Stream.of(
                        catalog.factories().stream().map(ComponentFactory::name),
                        configs.stream().map(DescribedConfig::name),
                        catalog.kinds().stream())
                .flatMap(all -> all)
                .distinct()
                .collect(Collectors.toList());
        return new GmpException(
                "nothing is called '" + name + "'" + didYouMean(name, names) + " ('gmp describe' lists everything)");
    }

    private static String didYouMean(String got, Collection<String> known) {
        return Suggestions.nearest(got, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    private LoadedPlugin owner(ComponentFactory<?, ?> factory) {
        return plugins.plugins().stream()
                .filter(plugin -> plugin.factories().stream().anyMatch(candidate -> candidate == factory))
                .findFirst()
                .orElseThrow();
    }
}
