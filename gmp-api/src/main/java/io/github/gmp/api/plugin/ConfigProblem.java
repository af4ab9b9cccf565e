package io.github.gmp.api.plugin;

import io.github.gmp.api.error.Suggestions;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something wrong with a configuration or a plugin. {@link #message()} is what the user reads. */
public sealed interface ConfigProblem {
    /** {@return where it is, e.g. {@code descriptor.radial.sigmas[2]}} */
    String path();

    /** {@return what is wrong, with what was found and what is allowed} */
    String message();

    /**
     * No component of that name.
     *
     * @param path where
     * @param kind name of the kind
     * @param got what was found
     * @param known the names there are
     */
    record UnknownComponent(String path, String kind, String got, Collection<String> known) implements ConfigProblem {
        @Override
        public String message() {
            return "unknown " + kind + " '" + got + "'" + didYouMean(got, known) + " (known: " + join(known) + ")";
        }
    }

    /**
     * A key that the configuration does not have.
     *
     * @param path where, the key included
     * @param key the key
     * @param known the keys there are
     */
    record UnknownKey(String path, String key, Collection<String> known) implements ConfigProblem {
        @Override
        public String message() {
            return "unknown key '" + key + "'" + didYouMean(key, known) + " (known: " + join(known) + ")";
        }
    }

    /**
     * A required key that is absent.
     *
     * @param path where, the key included
     * @param expected what belongs there
     */
    record MissingKey(String path, String expected) implements ConfigProblem {
        @Override
        public String message() {
            return "is required: " + expected;
        }
    }

    /**
     * A value of the wrong type or out of range.
     *
     * @param path where
     * @param got what was found, as text
     * @param expected what is allowed
     */
    record InvalidValue(String path, String got, String expected) implements ConfigProblem {
        @Override
        public String message() {
            return "got " + got + ", expected " + expected;
        }
    }

    /**
     * Two plugins offer a component of the same name.
     *
     * @param path kind and name
     * @param first one plugin
     * @param second the other plugin
     */
    record DuplicateComponent(String path, String first, String second) implements ConfigProblem {
        @Override
        public String message() {
            return "is offered by two plugins: '" + first + "' and '" + second + "'; remove one of them";
        }
    }

    /**
     * A plugin that cannot be used.
     *
     * @param path the plugin or its jar
     * @param reason why
     */
    record IncompatiblePlugin(String path, String reason) implements ConfigProblem {
        @Override
        public String message() {
            return reason;
        }
    }

    private static String didYouMean(String got, Collection<String> known) {
        Optional<String> nearest = Suggestions.nearest(got, known);
        return nearest.map(n -> "; did you mean '" + n + "'?").orElse("");
    }

    private static String join(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
