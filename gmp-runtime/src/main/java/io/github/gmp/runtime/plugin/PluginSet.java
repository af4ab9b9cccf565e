package io.github.gmp.runtime.plugin;

import io.github.gmp.api.plugin.ConfigProblem;

import java.util.List;

/**
 * The plugins found.
 *
 * @param plugins those that can be used, sorted by name
 * @param problems why others cannot
 */
public record PluginSet(List<LoadedPlugin> plugins, List<ConfigProblem> problems) {
    /** Copies the lists. */
    public PluginSet {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
    }
}
