package io.github.gmp.experiments.describe;

import com.google.inject.Inject;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.error.Suggestions;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.experiments.config.ComponentCatalog;
import io.github.gmp.experiments.config.DescribedConfig;
import io.github.gmp.experiments.plugin.LoadedPlugin;
import io.github.gmp.experiments.plugin.PluginSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documentation of all components and configuration files that this installation has. */
public final class Documentation {
    private final ComponentCatalog catalog;
    private final PluginSet plugins;
    private final List<DescribedConfig> configs;

    /**
     * @param catalog the components
     * @param plugins where they came from
     * @param configs the configuration files
     */
    @Inject
    public Documentation(ComponentCatalog catalog, PluginSet plugins, Set<DescribedConfig> configs) {
        this.catalog = catalog;
        this.plugins = plugins;
        this.configs = configs.stream()
                .sorted(Comparator.comparing(DescribedConfig::name))
                .collect(Collectors.toList());
    }

    /**
     * @param width columns of the terminal
     * @return all kinds and components in one line each
     */
    public String overview(int width) {
        StringBuilder text = new StringBuilder();
        for (String kind : catalog.kinds()) {
            text.append(kind).append('\n');
            TextTable table = new TextTable(width);
            for (String name : catalog.names(kind)) {
                ComponentFactory<?, ?> factory = catalog.find(kind, name).orElseThrow();
                table.add(List.of(name, origin(factory), firstSentence(factory.description())));
            }
            text.append(table).append('\n');
        }
        if (!configs.isEmpty()) {
            text.append("configuration files\n");
            TextTable table = new TextTable(width);
            configs.forEach(config -> table.add(List.of(config.name(), firstSentence(config.description()))));
            text.append(table).append('\n');
        }
        return text.append("'gmp describe NAME' shows the parameters of a component or a configuration file.\n")
                .toString();
    }

    /**
     * @param name a component ({@code gmp} or {@code descriptor/gmp}), a kind or a configuration file
     * @param width columns of the terminal
     * @return its documentation; for a name that several kinds have, that of each
     * @throws GmpException if there is no such name; the message suggests the nearest
     */
    public String describe(String name, int width) {
        List<Described> found = find(name);
        if (found.isEmpty()) {
            throw new GmpException("nothing is called '" + name + "'"
                    + Suggestions.nearest(name, names())
                            .map(nearest -> "; did you mean '" + nearest + "'?")
                            .orElse("")
                    + " ('gmp describe' lists everything)");
        }
        return found.stream().map(described -> Page.text(described, width)).collect(Collectors.joining("\n"));
    }

    /** @return the reference page in Markdown */
    public String markdown() {
        StringBuilder text = new StringBuilder(Page.MARKDOWN_HEAD);
        for (String kind : catalog.kinds()) {
            text.append("\n## Kind `").append(kind).append("`\n");
            List<String> users = Described.users(kind, catalog);
            if (!users.isEmpty()) {
                text.append("\nUsed as ").append(String.join(", ", users)).append(".\n");
            }
            components(kind).forEach(described -> text.append('\n').append(Page.markdown(described)));
        }
        if (!configs.isEmpty()) {
            text.append("\n## Configuration files\n");
            configs.forEach(config -> text.append('\n').append(Page.markdown(Described.of(config, catalog))));
        }
        return text.toString();
    }

    private List<Described> find(String name) {
        List<Described> found = new ArrayList<>();
        configs.stream()
                .filter(config -> config.name().equals(name))
                .forEach(config -> found.add(Described.of(config, catalog)));
        for (ComponentFactory<?, ?> factory : catalog.factories()) {
            String full = factory.kind().name() + "/" + factory.name();
            if (full.equals(name) || factory.name().equals(name)) {
                found.add(described(factory));
            }
        }
        if (found.isEmpty()) {
            found.addAll(components(name));
        }
        return found;
    }

    private List<Described> components(String kind) {
        return catalog.names(kind).stream()
                .map(name -> described(catalog.find(kind, name).orElseThrow()))
                .collect(Collectors.toList());
    }

    private Described described(ComponentFactory<?, ?> factory) {
        return Described.of(factory, owner(factory), catalog);
    }

    private List<String> names() {
        return Stream.of(
                        catalog.factories().stream().map(ComponentFactory::name),
                        configs.stream().map(DescribedConfig::name),
                        catalog.kinds().stream())
                .flatMap(names -> names)
                .distinct()
                .collect(Collectors.toList());
    }

    private String origin(ComponentFactory<?, ?> factory) {
        LoadedPlugin plugin = owner(factory);
        return plugin.isBuiltIn() ? plugin.name() : plugin.name() + " (" + plugin.origin() + ")";
    }

    private LoadedPlugin owner(ComponentFactory<?, ?> factory) {
        return plugins.plugins().stream()
                .filter(plugin -> plugin.factories().stream().anyMatch(candidate -> candidate == factory))
                .findFirst()
                .orElseThrow();
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
