package io.github.gmp.experiments.search.space;

import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.runtime.config.ConfigTree;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts values at paths of a configuration, in an order in which none undoes another. */
public final class Assignments {
    private static final String TYPE = "type";
    private static final String PRESET = "preset";

    /** Whole components before their types, types before presets, presets before keys, and all before what is inside of them. */
    static final Comparator<String> OUTERMOST_FIRST = Comparator.<String>comparingLong(
                    path -> path.chars().filter(c -> c == '.' || c == '[').count())
            .thenComparingInt(path -> isKey(path, TYPE) ? 0 : isKey(path, PRESET) ? 1 : 2)
            .thenComparing(Comparator.naturalOrder());

    private Assignments() {}

    /**
     * Another type, and a preset, come without the keys that were there: their own defaults hold.
     *
     * @param tree a configuration
     * @param values values by path
     * @param where where the paths stand, for messages, e.g. {@code space.}
     * @return the configuration with these values
     * @throws ConfigException if a path leads through something without keys
     */
    public static ConfigTree in(ConfigTree tree, Map<String, Object> values, String where) {
        Map<String, Object> sorted = new TreeMap<>(OUTERMOST_FIRST);
        sorted.putAll(values);
        ConfigTree result = tree;
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            try {
                result = assign(result, entry.getKey(), entry.getValue());
            } catch (IllegalArgumentException e) {
                throw ConfigException.invalid(
                        where + entry.getKey(), entry.getKey(), "the path of a key of the descriptor or the regressor");
            }
        }
        return result;
    }

    private static ConfigTree assign(ConfigTree tree, String path, Object value) {
        if (isKey(path, TYPE)) {
            // The type it has already keeps the keys that the user gave it.
            return tree.find(path).filter(value::equals).isPresent()
                    ? tree
                    : tree.with(parent(path), Map.of(TYPE, value));
        }
        if (isKey(path, PRESET)) {
            Map<String, Object> component = new LinkedHashMap<>();
            tree.find(parent(path) + "." + TYPE).ifPresent(type -> component.put(TYPE, type));
            component.put(PRESET, value);
            return tree.with(parent(path), component);
        }
        return tree.with(path, value);
    }

    private static boolean isKey(String path, String key) {
        return path.endsWith("." + key);
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }
}
