package io.github.gmp.cli;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.runtime.config.ConfigTree;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The option of every command with a configuration file that changes single keys of it: {@code --set a.b[0].c=VALUE}. */
final class ConfigOverrides {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a key of the configuration, e.g. --set data.limit=300; the value is YAML. May be"
                    + " repeated.")
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * {@return its content with the changes}
     *
     * @param file a configuration file
     * @throws GmpException if the file cannot be read, a key does not fit the configuration or a value is not YAML
     */
    ConfigTree load(Path file) {
        return apply(ConfigTree.load(file));
    }

    /** {@return the changes, by key} */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * {@return the same with the changes}
     *
     * @param configuration a configuration
     * @throws GmpException if a key does not fit the configuration or a value is not YAML
     */
    ConfigTree apply(ConfigTree configuration) {
        ConfigTree tree = configuration;
        for (Map.Entry<String, String> change : values.entrySet()) {
            try {
                tree = tree.withYaml(change.getKey(), change.getValue());
            } catch (IllegalArgumentException e) {
                throw new GmpException("--set " + change.getKey() + ": " + e.getMessage(), e);
            }
        }
        return tree;
    }
}
