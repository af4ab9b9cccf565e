package io.github.gmp.runtime.config;

/** Values of a configuration in messages. */
final class Rendering {
    private static final int LONGEST = 80;

    private Rendering() {}

    /**
     * {@return the text in quotes, everything else as YAML in one line, shortened if long}
     *
     * @param value plain data
     */
    static String of(Object value) {
        String text =
                value instanceof String string ? "'" + string + "'" : YamlWriter.flow(ComponentSpecs.plain(value));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
