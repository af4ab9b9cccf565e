package io.github.gmp.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.plugin.Components;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tests of configuration records: what becomes of the YAML that users write, and what they read when it is wrong. Components within come from
 * the plugins on the class path.
 */
public final class ConfigAssertions {
    private static final BindingEnvironment WATER = BindingEnvironment.of(Map.of("data.elements", List.of("H", "O")));

    private ConfigAssertions() {}

    /**
     * {@return the record of a configuration; the data have the elements H and O}
     *
     * @param type a configuration record
     * @param yaml its keys, e.g. {@code "{bins: 6, width: 0.4}"}
     * @param <C> the record
     * @throws ConfigException with all problems there are
     */
    public static <C extends Record> C bind(Class<C> type, String yaml) {
        Object map = ConfigTree.of(Map.of(), Path.of(""))
                .withYaml("keys", yaml)
                .map()
                .get("keys");
        ConfigTree tree = ConfigTree.of(Map.of(), Path.of(""));
        if (map instanceof Map<?, ?> keys) {
            for (Map.Entry<?, ?> key : keys.entrySet()) {
                tree = tree.with(String.valueOf(key.getKey()), key.getValue());
            }
        } else {
            throw new IllegalArgumentException("a map of keys was expected, got " + yaml);
        }
        return Components.load(List.of(), CacheFolder.none())
                .binder()
                .bind(tree, type, WATER)
                .config();
    }

    /**
     * Asserts what keys stand for that nobody gave.
     *
     * @param expected the record that an empty configuration becomes
     */
    public static void assertDefaults(Record expected) {
        assertBinds("{}", expected);
    }

    /**
     * Asserts what a configuration becomes.
     *
     * @param yaml its keys
     * @param expected the record
     */
    public static void assertBinds(String yaml, Record expected) {
        assertThat(bind(expected.getClass(), yaml)).isEqualTo(expected);
    }

    /**
     * Asserts what users read, word by word.
     *
     * @param type a configuration record
     * @param yaml keys that are wrong
     * @param problems all lines of the message, each a path with what is wrong there
     */
    public static void assertProblems(Class<? extends Record> type, String yaml, String... problems) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> bind(type, yaml))
                .withMessage(String.join("\n", problems));
    }
}
