package io.github.gmp.api.plugin;

import java.util.regex.Pattern;

/**
 * A kind of component, e.g. descriptors. Interfaces of components carry theirs as a constant {@code KIND}.
 *
 * @param name lower-kebab-case name, as {@code gmp describe} lists it
 * @param type the interface of such components
 * @param <T> the interface of such components
 */
public record ComponentKind<T>(String name, Class<T> type) {
    static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException if the name is not lower-kebab-case */
    public ComponentKind {
        if (!KEBAB_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a lower-kebab-case name");
        }
    }
}
