package io.github.gmp.api.plugin;

import io.github.gmp.api.error.GmpException;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration with one or more problems; the message lists them all. */
public final class ConfigException extends GmpException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /**
     * Makes an exception of all problems of a configuration.
     *
     * @param problems at least one problem
     */
    public ConfigException(List<ConfigProblem> problems) {
        super(text(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * A value that does not fit, for factories: the host prepends the path of the component.
     *
     * @param key the key
     * @param got what was found, as text
     * @param expected what is allowed
     * @return the exception
     */
    public static ConfigException invalid(String key, Object got, String expected) {
        return new ConfigException(List.of(new ConfigProblem.InvalidValue(key, String.valueOf(got), expected)));
    }

    /** {@return all problems} */
    public List<ConfigProblem> problems() {
        return problems;
    }

    private static String text(List<ConfigProblem> problems) {
        return problems.stream().map(p -> p.path() + ": " + p.message()).collect(Collectors.joining("\n"));
    }
}
