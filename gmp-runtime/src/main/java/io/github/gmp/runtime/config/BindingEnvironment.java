package io.github.gmp.runtime.config;

import java.util.Map;
import java.util.Optional;

/**
 * Values that a configuration takes from the data at hand: what {@code "${data.elements}"} in a default (or written by the user) stands
 * for.
 */
public final class BindingEnvironment {
    private static final BindingEnvironment UNKNOWN = new BindingEnvironment(false, Map.of());

    private final boolean known;
    private final Map<String, Object> values;

    private BindingEnvironment(boolean known, Map<String, Object> values) {
        this.known = known;
        this.values = values;
    }

    /**
     * Before the data were read: placeholders are left as they are and not checked, so that all other problems are found first.
     *
     * @return the environment
     */
    public static BindingEnvironment unknown() {
        return UNKNOWN;
    }

    /**
     * {@return an environment in which a placeholder that is not among the values is a problem}
     *
     * @param values values by the name inside the braces, e.g. {@code data.elements} → {@code [H, C, O]}
     */
    public static BindingEnvironment of(Map<String, Object> values) {
        return new BindingEnvironment(true, Map.copyOf(values));
    }

    /** {@return whether placeholders can be replaced at all} */
    boolean isKnown() {
        return known;
    }

    /**
     * {@return its value}
     *
     * @param name the name inside the braces
     */
    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
