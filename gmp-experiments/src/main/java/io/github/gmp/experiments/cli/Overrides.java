package io.github.gmp.experiments.cli;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.experiments.config.ConfigTree;

import java.util.Map;

/** Single keys of a configuration changed on the command line: {@code --set a.b[0].c=VALUE}, the value as YAML. */
final class Overrides {
    private Overrides() {}

    /**
     * @param tree a configuration
     * @param overrides values by path
     * @return the changed configuration
     * @throws GmpException if a path does not fit the configuration or a value is not YAML
     */
    static ConfigTree apply(ConfigTree tree, Map<String, String> overrides) {
        ConfigTree result = tree;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            try {
                result = result.withYaml(override.getKey(), override.getValue());
            } catch (IllegalArgumentException e) {
                throw new GmpException("--set " + override.getKey() + ": " + e.getMessage(), e);
            }
        }
        return result;
    }
}
