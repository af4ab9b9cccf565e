package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.experiments.config.BindingEnvironment;
import io.github.gmp.experiments.config.ComponentSpecs;
import io.github.gmp.experiments.config.ConfigBinder;
import io.github.gmp.experiments.config.ConfigTree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, Object> values = new LinkedHashMap<>();
        int index = 0;
        for (Map.Entry<String, Dimension> entry : space.dimensions().entrySet()) {
            values.put(entry.getKey(), entry.getValue().decode(genes.get(index++)));
        }
        ConfigTree tree = base;
        // Types first: another type has other keys, so those of the old one must go before searched keys of the new one
        // come.
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (value.getKey().endsWith(TYPE_SUFFIX)) {
                String parent = value.getKey().substring(0, value.getKey().length() - TYPE_SUFFIX.length());
                tree = tree.with(parent, Map.of("type", value.getValue()));
            }
        }
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (!value.getKey().endsWith(TYPE_SUFFIX)) {
                tree = tree.with(value.getKey(), value.getValue());
            }
        }
        ComponentSpec descriptor =
                binder.bindComponent("descriptor", tree.map().get("descriptor"), "descriptor", environment);
        ComponentSpec regressor =
                binder.bindComponent("regressor", tree.map().get("regressor"), "regressor", environment);
        return Candidate.of(values, descriptor, regressor);
    }

    /**
     * Binds the corners of the space, so that a misspelled path or a range that a component refuses is found before the first trial.
     *
     * @throws ConfigException with the problems of all corners
     */
    void check() {
        List<ConfigProblem> problems = new ArrayList<>();
        for (double corner : new double[] {0, Math.nextDown(1.0)}) {
            List<double[]> genes = new ArrayList<>();
            for (Dimension dimension : space.dimensions().values()) {
                double[] ends = new double[corner == 0 ? dimension.minGenes() : dimension.maxGenes()];
                Arrays.fill(ends, corner);
                genes.add(ends);
            }
            try {
                bind(genes);
            } catch (ConfigException e) {
                for (ConfigProblem problem : e.problems()) {
                    if (!problems.contains(problem)) {
                        problems.add(problem);
                    }
                }
            } catch (IllegalArgumentException e) {
                problems.add(new ConfigProblem.InvalidValue(
                        "space", String.valueOf(e.getMessage()), "paths to keys of the descriptor or the regressor"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
