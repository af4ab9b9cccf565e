package io.github.gmp.runtime.files;

import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of runs, which are also names of folders: nothing in them may lead out of the folder of runs. */
public final class RunName {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private RunName() {}

    /**
     * {@return what is wrong with it, if anything}
     *
     * @param name the value of the key {@code name} of a configuration
     */
    public static Optional<ConfigProblem> problem(String name) {
        return ALLOWED.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new ConfigProblem.InvalidValue(
                        "name", "'" + name + "'", "letters, digits, '.', '_' and '-', as in a file name"));
    }

    /**
     * @param name the value of the key {@code name} of a configuration
     * @throws ConfigException if it cannot name a folder
     */
    public static void require(String name) {
        problem(name).ifPresent(problem -> {
            throw new ConfigException(List.of(problem));
        });
    }

    /**
     * {@return the folder of the run where the user gives no other, relative to the working directory}
     *
     * @param name a name that {@link #require} accepts
     */
    public static Path folder(String name) {
        return Path.of("runs", name);
    }
}
