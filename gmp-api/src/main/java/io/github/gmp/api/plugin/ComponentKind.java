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

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is not lower-kebab-case
     */
    public ComponentKind {
        if (!KEBAB_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a lower-kebab-case name");
        }
    }

    /**
     * The kind that goes with an interface.
     *
     * @param type a public interface of components
     * @param <T> that interface
     * @return its constant {@code public static final ComponentKind<T> KIND}
     * @throws IllegalArgumentException if it has no such constant
     */
    public static <T> ComponentKind<T> of(Class<T> type) {
        try {
            if (type.getField("KIND").get(null) instanceof ComponentKind<?> kind && kind.type() == type) {
                @SuppressWarnings("unchecked")
                ComponentKind<T> own = (ComponentKind<T>) kind;
                return own;
            }
        } catch (NoSuchFieldException | IllegalAccessException | NullPointerException e) {
            throw new IllegalArgumentException(noKind(type), e);
        }
        throw new IllegalArgumentException(noKind(type));
    }

    private static String noKind(Class<?> type) {
        return type.getName()
                + " is no kind of component: it has no public constant KIND that is a ComponentKind of itself";
    }
}
