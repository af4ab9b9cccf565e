package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ConfigProblem;

import java.util.List;
import java.util.stream.Collectors;

/** Puts problems that a component reports about its own keys in their place in the whole configuration. */
public final class ProblemPaths {
    private ProblemPaths() {}

    /**
     * {@return the problems with paths from the root}
     *
     * @param prefix path of a component; empty for the root
     * @param problems problems with paths relative to it
     */
    public static List<ConfigProblem> prefix(String prefix, List<ConfigProblem> problems) {
        return problems.stream().map(problem -> prefixed(prefix, problem)).collect(Collectors.toList());
    }

    /**
     * {@return the problem}
     *
     * @param path path of a component or record
     * @param values its values as plain data
     * @param refusal why they are refused as a whole
     */
    public static ConfigProblem unfit(String path, Object values, Throwable refusal) {
        return new ConfigProblem.InvalidValue(
                path.isEmpty() ? "configuration" : path,
                Rendering.of(values),
                "values that fit together: " + refusal.getMessage());
    }

    private static ConfigProblem prefixed(String prefix, ConfigProblem problem) {
        String path = join(prefix, problem.path());
        if (problem instanceof ConfigProblem.UnknownComponent p) {
            return new ConfigProblem.UnknownComponent(path, p.kind(), p.got(), p.known());
        }
        if (problem instanceof ConfigProblem.UnknownKey p) {
            return new ConfigProblem.UnknownKey(path, p.key(), p.known());
        }
        if (problem instanceof ConfigProblem.MissingKey p) {
            return new ConfigProblem.MissingKey(path, p.expected());
        }
        if (problem instanceof ConfigProblem.InvalidValue p) {
            return new ConfigProblem.InvalidValue(path, p.got(), p.expected());
        }
        // Duplicate components and incompatible plugins have no place in a configuration.
        return problem;
    }

    private static String join(String prefix, String path) {
        if (prefix.isEmpty() || path.isEmpty()) {
            return prefix + path;
        }
        return path.startsWith("[") ? prefix + path : prefix + "." + path;
    }
}
