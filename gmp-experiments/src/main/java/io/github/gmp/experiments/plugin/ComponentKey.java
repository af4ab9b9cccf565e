package io.github.gmp.experiments.plugin;

/**
 * What names a factory.
 *
 * @param kind name of its kind
 * @param name its name within the kind
 */
record ComponentKey(String kind, String name) {
    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
