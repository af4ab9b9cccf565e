package io.github.gmp.experiments.compare;

import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.experiments.compare.CompareConfig.NamedDescriptor;
import io.github.gmp.experiments.compare.CompareConfig.NamedRegressor;
import io.github.gmp.runtime.files.RunName;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A descriptor with a regressor: one row of the table.
 *
 * @param descriptor the descriptor
 * @param regressor the regressor
 */
record Combination(NamedDescriptor descriptor, NamedRegressor regressor) {
    /** The name of the row in plots and messages. */
    String label() {
        return descriptor.name() + " + " + regressor.name();
    }

    /**
     * {@return the combinations that a configuration asks for, in its order}
     *
     * @throws ConfigException with all problems that the single values do not show: unknown and repeated names, nothing to do
     */
    static List<Combination> of(CompareConfig config) {
        List<ConfigProblem> problems = new ArrayList<>();
        RunName.problem(config.name()).ifPresent(problems::add);
        Map<String, NamedDescriptor> descriptors =
                byName("descriptors", config.descriptors(), NamedDescriptor::name, problems);
        Map<String, NamedRegressor> regressors =
                byName("regressors", config.regressors(), NamedRegressor::name, problems);
        checkSeeds(config.seeds(), problems);
        Set<Combination> combinations = new LinkedHashSet<>();
        if (config.pairs().isEmpty()) {
            for (NamedDescriptor descriptor : config.descriptors()) {
                for (NamedRegressor regressor : config.regressors()) {
                    combinations.add(new Combination(descriptor, regressor));
                }
            }
        }
        for (int p = 0; p < config.pairs().size(); p++) {
            CompareConfig.Pair pair = config.pairs().get(p);
            String path = "pairs[" + p + "]";
            boolean known =
                    known(path + ".descriptor", "name of a descriptor", pair.descriptor(), descriptors, problems)
                            & known(path + ".regressor", "name of a regressor", pair.regressor(), regressors, problems);
            if (known
                    && !combinations.add(
                            new Combination(descriptors.get(pair.descriptor()), regressors.get(pair.regressor())))) {
                problems.add(new ConfigProblem.InvalidValue(
                        path, "'" + pair.descriptor() + "' with '" + pair.regressor() + "' again", "each pair once"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return List.copyOf(combinations);
    }

    private static void checkSeeds(List<Long> seeds, List<ConfigProblem> problems) {
        if (seeds.isEmpty()) {
            problems.add(new ConfigProblem.InvalidValue("seeds", "[]", "at least one seed"));
        } else if (new HashSet<>(seeds).size() < seeds.size()) {
            problems.add(new ConfigProblem.InvalidValue("seeds", seeds.toString(), "different seeds"));
        }
    }

    private static <T> Map<String, T> byName(
            String path, List<T> items, Function<T, String> name, List<ConfigProblem> problems) {
        if (items.isEmpty()) {
            problems.add(new ConfigProblem.InvalidValue(path, "[]", "at least one entry"));
        }
        Map<String, T> byName = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String key = name.apply(items.get(i));
            if (key.isBlank()) {
                problems.add(new ConfigProblem.InvalidValue(path + "[" + i + "].name", "''", "a name"));
            }
            if (byName.putIfAbsent(key, items.get(i)) != null) {
                problems.add(new ConfigProblem.InvalidValue(
                        path + "[" + i + "].name", "'" + key + "' a second time", "names that are all different"));
            }
        }
        return byName;
    }

    private static boolean known(
            String path, String what, String got, Map<String, ?> names, List<ConfigProblem> problems) {
        if (!names.containsKey(got)) {
            problems.add(new ConfigProblem.UnknownComponent(path, what, got, names.keySet()));
            return false;
        }
        return true;
    }
}
