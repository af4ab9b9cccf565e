package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.experiments.config.BindingEnvironment;
import io.github.gmp.experiments.config.ComponentSpecs;
import io.github.gmp.experiments.config.ConfigBinder;
import io.github.gmp.experiments.config.ConfigTree;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Turns values of the search space into candidates, through the same strict binder as hand-written files. */
final class CandidateBinder {
    private static final String TYPE_SUFFIX = ".type";

    private final ConfigBinder binder;
    private final ConfigTree base;
    private final SearchSpace space;
    private final BindingEnvironment environment;

    CandidateBinder(
            ConfigBinder binder,
            SearchConfig config,
            SearchSpace space,
            Path baseDirectory,
            BindingEnvironment environment) {
        this.binder = binder;
        this.space = space;
        this.environment = environment;
        this.base = ConfigTree.of(
                Map.of(
                        "descriptor", ComponentSpecs.toMap(config.descriptor()),
                        "regressor", ComponentSpecs.toMap(config.regressor())),
                baseDirectory);
    }

    /**
     * @param genes the genes of each dimension, in the order of the space
     * @return the candidate
     * @throws ConfigException if a component refuses the values
     */
    Candidate bind(List<double[]> genes) {
        return bind(values(genes));
    }

    /**
     * @param genes the genes of each dimension, in the order of the space
     * @return the candidate; one that says why, if a component refuses the values
     */
    Candidate propose(List<double[]> genes) {
        Map<String, Object> values = values(genes);
        try {
            return bind(values);
        } catch (ConfigException e) {
            ConfigTree tree = tree(values);
            return Candidate.refused(
                    values, raw("descriptor", tree), raw("regressor", tree), String.valueOf(e.getMessage()));
        }
    }

    private static ComponentSpec raw(String key, ConfigTree tree) {
        Map<String, Object> keys = new LinkedHashMap<>();
        ((Map<?, ?>) tree.map().get(key)).forEach((name, value) -> keys.put((String) name, value));
        return new ComponentSpec(String.valueOf(keys.remove("type")), keys, key);
    }

    private Map<String, Object> values(List<double[]> genes) {
        Map<String, Object> values = new LinkedHashMap<>();
        int index = 0;
        for (Map.Entry<String, Dimension> entry : space.dimensions().entrySet()) {
            values.put(entry.getKey(), entry.getValue().decode(genes.get(index++)));
        }
        return values;
    }

    private Candidate bind(Map<String, Object> values) {
        ConfigTree tree = tree(values);
        ComponentSpec descriptor =
                binder.bindComponent("descriptor", tree.map().get("descriptor"), "descriptor", environment);
        ComponentSpec regressor =
                binder.bindComponent("regressor", tree.map().get("regressor"), "regressor", environment);
        return Candidate.of(values, descriptor, regressor);
    }

    private ConfigTree tree(Map<String, Object> values) {
        ConfigTree tree = base;
        // Types first: another type has other keys, so those of the old one must go before searched keys of the new one
        // come.
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (value.getKey().endsWith(TYPE_SUFFIX)) {
                String parent = value.getKey().substring(0, value.getKey().length() - TYPE_SUFFIX.length());
                // The type it has already keeps the keys that the user gave it.
                if (!value.getValue().equals(typeAt(parent))) {
                    tree = replaced(tree, parent, Map.of("type", value.getValue()));
                }
            }
        }
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (!value.getKey().endsWith(TYPE_SUFFIX)) {
                tree = replaced(tree, value.getKey(), value.getValue());
            }
        }
        return tree;
    }

    /** The type that the component at a path has in the configuration; empty text if there is none. */
    private String typeAt(String path) {
        Object node = base.map();
        for (String step : path.split("\\.")) {
            node = node instanceof Map<?, ?> map && map.containsKey(step) ? map.get(step) : "";
        }
        return node instanceof Map<?, ?> map && map.get("type") instanceof String type ? type : "";
    }

    /**
     * Binds candidates that together have the ends of every range and all choices, so that a misspelled path or a value that a component
     * refuses is found before the first trial.
     *
     * @param maker makes the components of a candidate, which may find values that do not fit together
     * @throws ConfigException with all problems
     */
    void check(Consumer<Candidate> maker) {
        Set<ConfigProblem> problems = new LinkedHashSet<>();
        List<List<double[]>> probes =
                space.dimensions().values().stream().map(Dimension::probes).toList();
        int count = probes.stream().mapToInt(List::size).max().orElse(0);
        for (int p = 0; p < count; p++) {
            int probe = p;
            List<double[]> genes = probes.stream()
                    .map(ofDimension -> ofDimension.get(Math.min(probe, ofDimension.size() - 1)))
                    .toList();
            try {
                maker.accept(bind(genes));
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(List.copyOf(problems));
        }
    }

    /** A path that leads through something without keys cannot be a key of a component. */
    private static ConfigTree replaced(ConfigTree tree, String path, Object value) {
        try {
            return tree.with(path, value);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(List.of(new ConfigProblem.InvalidValue(
                    "space." + path, path, "the path of a key of the descriptor or the regressor")));
        }
    }
}
