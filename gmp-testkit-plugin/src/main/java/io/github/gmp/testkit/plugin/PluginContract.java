package io.github.gmp.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.ExampleValues;
import io.github.gmp.runtime.config.FileLookup;
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.plugin.Components;
import io.github.gmp.runtime.plugin.LoadedPlugin;
import io.github.gmp.runtime.plugin.PluginLoader;
import io.github.gmp.runtime.plugin.PluginSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every plugin must pass: it is found and accepted by the loader of GMP, together with all others on the class path (a service file
 * that names it, lower-kebab-case names that nobody else has, records whose components are documented, of types that can be bound, with defaults that
 * can be read and with kinds that exist), and each of its components can be made from its defaults and from each of its presets.
 */
public abstract class PluginContract {
    private static final BindingEnvironment WATER = BindingEnvironment.of(Map.of("data.elements", List.of("H", "O")));

    /** For the test class that extends this. */
    protected PluginContract() {}

    /** {@return the plugin under test} */
    protected abstract Plugin plugin();

    /**
     * Keys that a component cannot do without and whose values cannot be made up, a file for instance.
     *
     * @return YAML by kind and name of the component, e.g. {@code "density/upf"} with {@code "{files: [H.upf]}"}; none by default
     */
    protected Map<String, String> keys() {
        return Map.of();
    }

    /** {@return the folder that relative file names in {@link #keys} start from; the working directory by default} */
    protected Path folder() {
        return Path.of("");
    }

    private PluginSet all() {
        return PluginLoader.load(List.of(), plugin().getClass().getClassLoader());
    }

    @Test
    void itIsFoundAndAccepted() {
        PluginSet found = all();
        assertThat(found.problems()).as("plugins that cannot be used").isEmpty();
        assertThat(found.plugins().stream().map(LoadedPlugin::name))
                .as("names of the plugins that META-INF/services/%s files have", Plugin.class.getName())
                .contains(plugin().name());
        LoadedPlugin loaded = found.plugins().stream()
                .filter(candidate -> candidate.name().equals(plugin().name()))
                .findFirst()
                .orElseThrow();
        assertThat(loaded.version()).isEqualTo(plugin().version());
        assertThat(loaded.factories().stream().map(PluginContract::key))
                .as("what it offers, asked twice")
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        plugin().factories().stream().map(PluginContract::key).toList());
        assertThat(loaded.factories().stream().map(PluginContract::key))
                .as("components with keys of their own in this test")
                .containsAll(keys().keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyComponentIsMadeFromItsDefaultsAndPresets() {
        Components components = Components.of(all(), CacheFolder.none());
        ExampleValues values = new ExampleValues(components.catalog(), (kind, spec) -> isMade(components, kind, spec));
        return plugin().factories().stream().flatMap(factory -> examples(factory, values).entrySet().stream()
                .map(example -> dynamicTest(example.getKey(), () -> make(components, factory, example.getValue()))));
    }

    /** Configurations by what to call them. */
    private Map<String, Map<String, Object>> examples(ComponentFactory<?, ?> factory, ExampleValues values) {
        Map<String, Object> own = own(factory);
        Map<String, Map<String, Object>> examples = new LinkedHashMap<>();
        Map<String, Object> defaults = new LinkedHashMap<>(values.component(factory));
        defaults.putAll(own);
        examples.put(key(factory), defaults);
        for (String preset : factory.presets().keySet()) {
            Map<String, Object> map = new LinkedHashMap<>(own);
            map.put("type", factory.name());
            map.put("preset", preset);
            examples.put(key(factory) + " " + preset, map);
        }
        return examples;
    }

    private Map<String, Object> own(ComponentFactory<?, ?> factory) {
        String yaml = keys().getOrDefault(key(factory), "{}");
        Object map =
                ConfigTree.of(Map.of(), folder()).withYaml("own", yaml).map().get("own");
        if (!(map instanceof Map<?, ?> own)) {
            return fail("the keys of " + key(factory) + " are no map: " + yaml);
        }
        return own.entrySet().stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }

    private void make(Components components, ComponentFactory<?, ?> factory, Map<String, Object> example) {
        String kind = factory.kind().name();
        ComponentSpec spec = components.binder().bindComponent(kind, example, kind, WATER, FileLookup.in(folder()));
        // The registry refuses what is not of the kind.
        assertThat((Object) components.registry().create(factory.kind(), spec)).isNotNull();
    }

    private boolean isMade(Components components, String kind, Map<String, Object> spec) {
        try {
            ComponentFactory<?, ?> factory = components
                    .catalog()
                    .find(kind, String.valueOf(spec.get("type")))
                    .orElseThrow();
            make(components, factory, spec);
            return true;
        } catch (RuntimeException e) {
            // Another is tried; if none can be made, the test of the component itself says why.
            return false;
        }
    }

    private static String key(ComponentFactory<?, ?> factory) {
        return factory.kind().name() + "/" + factory.name();
    }
}
