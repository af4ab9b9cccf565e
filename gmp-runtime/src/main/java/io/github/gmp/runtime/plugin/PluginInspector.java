package io.github.gmp.runtime.plugin;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.runtime.config.ConfigSchema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Asks a plugin everything once, so that a bad one is found out before anything relies on it. */
final class PluginInspector {
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private PluginInspector() {}

    /**
     * {@return the plugin, checked}
     *
     * @param plugin a plugin
     * @param origin where it came from
     * @throws IllegalArgumentException if it breaks the contract; whatever its own code throws flies through
     */
    static LoadedPlugin inspect(Plugin plugin, String origin) {
        // First of all: nothing else of a plugin for another version can be trusted to be there.
        check(
                plugin.spiVersion() == Plugin.SPI_VERSION,
                "was built for version " + plugin.spiVersion() + " of the plugin interface, this GMP has version "
                        + Plugin.SPI_VERSION);
        String name = text(plugin.name(), "the name of the plugin");
        check(KEBAB_CASE.matcher(name).matches(), "the name of the plugin, '" + name + "', is not lower-kebab-case");
        String version = text(plugin.version(), "the version of the plugin");
        Collection<ComponentFactory<?, ?>> factories = plugin.factories();
        check(factories != null, "its factories() returned null");
        List<ComponentFactory<?, ?>> checked = new ArrayList<>();
        for (ComponentFactory<?, ?> factory : factories) {
            check(factory != null, "its factories() holds a null");
            inspect(factory);
            checked.add(factory);
        }
        return new LoadedPlugin(name, version, origin, checked);
    }

    private static void inspect(ComponentFactory<?, ?> factory) {
        String what = "factory " + factory.getClass().getName();
        ComponentKind<?> kind = factory.kind();
        check(kind != null, what + " has no kind");
        String name = text(factory.name(), "the name of " + what);
        check(KEBAB_CASE.matcher(name).matches(), "the name of " + what + ", '" + name + "', is not lower-kebab-case");
        text(factory.description(), "the description of " + what);
        check(factory.configType() != null, what + " has no configuration record");
        ConfigSchema.of(factory.configType());
        check(factory.presets() != null, "the presets of " + what + " are null");
    }

    private static String text(String text, String what) {
        check(text != null && !text.isBlank(), what + " is missing");
        return text;
    }

    private static void check(boolean good, String problem) {
        if (!good) {
            throw new IllegalArgumentException(problem);
        }
    }
}
