package io.github.gmp.experiments.search.halving;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.RungConfig;
import io.github.gmp.experiments.search.space.Assignments;
import io.github.gmp.experiments.search.worker.JobData;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.BoundConfig;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.config.FileLookup;
import io.github.gmp.runtime.config.ProblemPaths;
import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.progress.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rungs of a search, the full trial last, and candidates on them. */
public final class Rungs {
    /** The test set is drawn first, then the validation set: with these the structures of other sets stay out of both. */
    private static final Set<String> DATA_KEYS = Set.of("data.split.train", "data.split.validation");

    private final ConfigBinder binder;
    private final BindingEnvironment environment;
    private final Path baseDirectory;
    private final List<Rung> rungs;
    private final FileHashes hashes = new FileHashes();

    private Rungs(ConfigBinder binder, BindingEnvironment environment, Path baseDirectory, List<Rung> rungs) {
        this.binder = binder;
        this.environment = environment;
        this.baseDirectory = baseDirectory;
        this.rungs = List.copyOf(rungs);
    }

    /**
     * {@return the rungs}
     *
     * @param configs the configured rungs
     * @param resolved the resolved configuration
     * @param files the data
     * @param binder binds attempts
     * @param environment what placeholders stand for
     * @param baseDirectory relative names of files start from here
     * @throws ConfigException if one of them changes what it must not, or nothing
     * @throws io.github.gmp.api.error.GmpException if the data cannot be divided as a rung wants it
     */
    public static Rungs of(
            List<RungConfig> configs,
            Map<String, Object> resolved,
            JobData files,
            ConfigBinder binder,
            BindingEnvironment environment,
            Path baseDirectory) {
        requireSound(configs);
        ConfigTree full = ConfigTree.of(Map.of("data", resolved.get("data")), baseDirectory);
        List<Rung> rungs = new ArrayList<>();
        for (RungConfig config : configs) {
            Map<String, Object> set = new TreeMap<>(config.set());
            Map<String, Object> dataChanges = new TreeMap<>();
            DATA_KEYS.forEach(
                    key -> Optional.ofNullable(set.remove(key)).ifPresent(value -> dataChanges.put(key, value)));
            rungs.add(rung(
                    rungs.size() + 1,
                    set,
                    Assignments.in(full, dataChanges, where(rungs.size())),
                    dataChanges,
                    config.keep(),
                    files,
                    binder));
        }
        rungs.add(rung(rungs.size() + 1, Map.of(), full, Map.of(), 1, files, binder));
        return new Rungs(binder, environment, baseDirectory, rungs);
    }

    private static Rung rung(
            int number,
            Map<String, Object> set,
            ConfigTree tree,
            Map<String, Object> dataChanges,
            double keep,
            JobData files,
            ConfigBinder binder) {
        Map<String, Object> data = new LinkedHashMap<>();
        ((Map<?, ?>) tree.map().get("data")).forEach((key, value) -> data.put((String) key, value));
        BoundConfig<DataConfig> bound = bound(data, tree.baseDirectory(), where(number - 1) + "data", binder);
        String hash = files.divided(bound.config(), Progress.silent()).hash();
        return new Rung(number, set, bound.resolved(), hash, dataChanges, keep);
    }

    private static BoundConfig<DataConfig> bound(
            Map<String, Object> data, Path baseDirectory, String where, ConfigBinder binder) {
        try {
            return binder.bind(ConfigTree.of(data, baseDirectory), DataConfig.class, BindingEnvironment.of(Map.of()));
        } catch (ConfigException e) {
            throw new ConfigException(ProblemPaths.prefix(where, e.problems()));
        }
    }

    private static String where(int index) {
        return "rungs[" + index + "].set.";
    }

    private static void requireSound(List<RungConfig> configs) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (int r = 0; r < configs.size(); r++) {
            String where = "rungs[" + r + "].set";
            if (configs.get(r).set().isEmpty()) {
                problems.add(new ConfigProblem.InvalidValue(
                        where, "nothing", "at least one key that makes the trial cheaper, e.g. regressor.epochs"));
            }
            for (String path : configs.get(r).set().keySet()) {
                if (!DATA_KEYS.contains(path) && !path.matches("(descriptor|regressor)(\\..+)?")) {
                    problems.add(new ConfigProblem.InvalidValue(
                            where,
                            path,
                            "data.split.train, data.split.validation, or a path that begins with 'descriptor' or"
                                    + " 'regressor'" + because(path)));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static String because(String path) {
        return path.matches("data(\\..+)?")
                ? ": with any other key of data the structures that the full trial is tested on might be trained on here"
                : "";
    }

    public List<Rung> list() {
        return rungs;
    }

    /**
     * {@return what a trial of the candidate on the rung trains}
     *
     * @param candidate a candidate
     * @param rung a rung
     * @throws ConfigException if the keys of the rung do not fit the candidate
     */
    public Attempt bind(Candidate candidate, Rung rung) {
        if (rung.number() == rungs.size()) {
            return Attempt.full(candidate, rung.number());
        }
        ConfigTree tree = tree(candidate, rung);
        ComponentSpec descriptor = component("descriptor", tree);
        ComponentSpec regressor = component("regressor", tree);
        return new Attempt(
                candidate, rung.number(), descriptor, regressor, hash(descriptor, regressor, rung), Optional.empty());
    }

    /** The same; one that says why, if the keys of the rung do not fit the candidate. */
    public Attempt attempt(Candidate candidate, Rung rung) {
        if (candidate.refusal().isPresent()) {
            return Attempt.full(candidate, rung.number());
        }
        try {
            return bind(candidate, rung);
        } catch (ConfigException e) {
            String hash = hash(candidate.descriptor(), candidate.regressor(), rung);
            return new Attempt(
                    candidate,
                    rung.number(),
                    candidate.descriptor(),
                    candidate.regressor(),
                    hash,
                    Optional.of("rung " + rung.number() + ": " + e.getMessage()));
        }
    }

    private ConfigTree tree(Candidate candidate, Rung rung) {
        ConfigTree tree = ConfigTree.of(
                Map.of(
                        "descriptor", ComponentSpecs.toMap(candidate.descriptor()),
                        "regressor", ComponentSpecs.toMap(candidate.regressor())),
                baseDirectory);
        return Assignments.in(tree, rung.set(), where(rung.number() - 1));
    }

    private ComponentSpec component(String key, ConfigTree tree) {
        return binder.bindComponent(key, tree.map().get(key), key, environment, FileLookup.in(baseDirectory));
    }

    private String hash(ComponentSpec descriptor, ComponentSpec regressor, Rung rung) {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("descriptor", descriptor);
        parts.put("regressor", regressor);
        parts.put("data", rung.dataChanges());
        return hashes.hashOf(parts);
    }
}
