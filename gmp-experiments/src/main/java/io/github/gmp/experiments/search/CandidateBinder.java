package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.experiments.search.space.Assignments;
import io.github.gmp.experiments.search.space.SearchSpace;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.config.FileLookup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Turns values of the search space into candidates, through the same strict binder as hand-written files. */
public final class CandidateBinder {
    private final ConfigBinder binder;
    private final ConfigTree base;
    private final SearchSpace space;
    private final BindingEnvironment environment;
    private final FileHashes files = new FileHashes();

    public CandidateBinder(
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
     * {@return the candidate}
     *
     * @param genes the genes of each dimension, in the order of the space
     * @throws ConfigException if a component refuses the values
     */
    Candidate bind(List<double[]> genes) {
        return bind(space.values(genes));
    }

    /**
     * {@return the candidate; one that says why, if a component refuses the values}
     *
     * @param genes the genes of each dimension, in the order of the space
     */
    public Candidate propose(List<double[]> genes) {
        Map<String, Object> values = space.values(genes);
        try {
            return bind(values);
        } catch (ConfigException e) {
            ConfigTree tree = tree(values);
            return Candidate.refused(
                    values, raw("descriptor", tree), raw("regressor", tree), files, String.valueOf(e.getMessage()));
        }
    }

    private static ComponentSpec raw(String key, ConfigTree tree) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (tree.map().get(key) instanceof Map<?, ?> component) {
            component.forEach((name, value) -> keys.put((String) name, value));
        } else {
            keys.put("type", tree.map().get(key));
        }
        return new ComponentSpec(String.valueOf(keys.remove("type")), keys, key);
    }

    private Candidate bind(Map<String, Object> values) {
        ConfigTree tree = tree(values);
        ComponentSpec descriptor = component("descriptor", tree);
        ComponentSpec regressor = component("regressor", tree);
        return Candidate.of(values, descriptor, regressor, files);
    }

    private ComponentSpec component(String key, ConfigTree tree) {
        return binder.bindComponent(key, tree.map().get(key), key, environment, FileLookup.in(tree.baseDirectory()));
    }

    private ConfigTree tree(Map<String, Object> values) {
        return Assignments.in(base, values, "space.");
    }

    /**
     * Binds candidates that together have the ends of every range and all choices, so that a misspelled path or a value that a component
     * refuses is found before the first trial.
     *
     * @param maker makes the components of a candidate, which may find values that do not fit together
     * @throws ConfigException with all problems
     */
    public void check(Consumer<Candidate> maker) {
        Set<ConfigProblem> problems = new LinkedHashSet<>();
        for (List<double[]> genes : space.probes()) {
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
}
