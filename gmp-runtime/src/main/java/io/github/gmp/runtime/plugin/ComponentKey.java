package io.github.gmp.runtime.plugin;

/**
 * What names a factory.
 *
 * @param kind name of its kind
 * @param name its name within the kind
 */
public record ComponentKey(String kind, String name) {
    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
