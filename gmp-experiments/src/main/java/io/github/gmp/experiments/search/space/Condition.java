package io.github.gmp.experiments.search.space;

import io.github.gmp.runtime.config.ConfigTree;

import java.util.List;
import java.util.Map;

/**
 * What one other key has to be for a dimension to count.
 *
 * @param path the other key
 * @param allowed its values
 */
record Condition(String path, List<Object> allowed) {
    Condition {
        allowed = List.copyOf(allowed);
    }

    /** A list as a condition names several values. */
    static Condition of(String path, Object value) {
        return value instanceof List<?> list
                ? new Condition(path, List.copyOf(list))
                : new Condition(path, List.of(value));
    }

    /** A searched key that does not count itself fulfills nothing. */
    boolean isMet(Map<String, Object> values) {
        return values.containsKey(path) && allowed.contains(values.get(path));
    }

    String describe() {
        return path + " is "
                + (allowed.size() == 1 ? ConfigTree.flow(allowed.get(0)) : "one of " + ConfigTree.flow(allowed));
    }
}
