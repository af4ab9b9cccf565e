package io.github.gmp.runtime.plugin;

import io.github.gmp.api.plugin.ComponentFactory;

import java.util.List;

/**
 * A plugin that passed the checks.
 *
 * @param name its name
 * @param version its version
 * @param origin where it came from: the path of a jar, or {@code class path}
 * @param factories what it offers
 */
public record LoadedPlugin(String name, String version, String origin, List<ComponentFactory<?, ?>> factories) {
    /** Copies the list. */
    public LoadedPlugin {
        factories = List.copyOf(factories);
    }

    /** {@return whether it was on the class path of the host} */
    public boolean isBuiltIn() {
        return origin.equals(PluginLoader.CLASS_PATH);
    }
}
