package io.github.gmp.experiments.search.prepare;

import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileLookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The files that a search may put into descriptor and regressor: choices of its space, their conditions, and what its rungs set. Their
 * places in the configuration say which values are names of files.
 */
public final class SearchedFiles {
    private SearchedFiles() {}

    /**
     * {@return the configuration with these files as files, so that it can be written to another folder}
     *
     * @param tree a search configuration that passed the binder
     * @param resolved the same with defaults filled in
     * @param binder knows the places
     */
    public static ConfigTree named(ConfigTree tree, Map<String, Object> resolved, ConfigBinder binder) {
        Naming named = naming(resolved, binder, FileLookup.in(tree.baseDirectory()));
        ConfigTree result = tree;
        if (tree.map().get("space") instanceof Map<?, ?> space) {
            Map<String, Object> dimensions = new LinkedHashMap<>();
            space.forEach((path, dimension) ->
                    dimensions.put((String) path, dimension((String) path, (Map<?, ?>) dimension, named)));
            result = result.with("space", dimensions);
        }
        if (tree.map().get("rungs") instanceof List<?> rungs) {
            List<Object> changed = new ArrayList<>();
            rungs.forEach(rung -> changed.add(changed((Map<?, ?>) rung, "set", set -> values(set, named::file))));
            result = result.with("rungs", changed);
        }
        return result;
    }

    /** Makes files of the names of files in a value for a path. */
    private interface Naming {
        Object file(String path, Object value);

        /** The same of several values. */
        default Object any(String path, Object value) {
            return value instanceof List<?> list
                    ? list.stream().map(item -> file(path, item)).toList()
                    : file(path, value);
        }
    }

    private static Naming naming(Map<String, Object> resolved, ConfigBinder binder, FileLookup files) {
        return (path, value) -> {
            try {
                return binder.named(SearchConfig.class, resolved, path, value, files);
            } catch (IllegalArgumentException e) {
                // What is wrong with a path is for the search space and the rungs to say.
                return value;
            }
        };
    }

    private static Map<String, Object> dimension(String path, Map<?, ?> dimension, Naming named) {
        Map<String, Object> withChoices = changed(dimension, "choice", choices -> named.any(path, choices));
        // A condition may list several values.
        return changed(withChoices, "when", conditions -> values(conditions, named::any));
    }

    private static Object values(Object byPath, BiFunction<String, Object, Object> named) {
        Map<String, Object> changed = new LinkedHashMap<>();
        ((Map<?, ?>) byPath).forEach((path, value) -> changed.put((String) path, named.apply((String) path, value)));
        return changed;
    }

    private static Map<String, Object> changed(Map<?, ?> map, String key, UnaryOperator<Object> change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        map.forEach((name, value) -> changed.put((String) name, key.equals(name) ? change.apply(value) : value));
        return changed;
    }
}
