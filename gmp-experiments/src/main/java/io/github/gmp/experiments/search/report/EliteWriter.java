package io.github.gmp.experiments.search.report;

import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.prepare.PreparedSearch;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.NamedFiles;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.files.TemporaryNames;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes the front as configurations that run as they are: per candidate one of {@code gmp train} and one of {@code gmp compare}, and one of
 * {@code gmp compare} with all of them.
 */
record EliteWriter(PreparedSearch prepared, List<SearchTrial> front) {
    private static final String FOLDER = "elite";

    void writeTo(RunDirectory directory) {
        Path folder = directory.file(FOLDER);
        try {
            Files.createDirectories(folder);
            deleteOld(folder);
            TemporaryNames.removeLeftovers(folder);
        } catch (IOException e) {
            throw AtomicFile.unwritable(folder, e);
        }
        for (SearchTrial trial : front) {
            compare(folder.resolve(name(trial) + ".yaml"), name(trial), List.of(trial));
            train(folder.resolve(name(trial) + "-train.yaml"), trial);
        }
        compare(folder.resolve("all.yaml"), "elite", front);
    }

    /** What an interrupted earlier report left must not be taken for this front. */
    private static void deleteOld(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".yaml"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static String name(SearchTrial trial) {
        return "trial-" + trial.number();
    }

    /** With the seed of the trial: the same model comes out of it. */
    private void train(Path file, SearchTrial trial) {
        SearchConfig config = prepared.config().config();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", config.name() + "-" + name(trial));
        map.put("data", prepared.config().resolved().get("data"));
        map.put("descriptor", ComponentSpecs.toMap(trial.attempt().descriptor()));
        map.put("regressor", ComponentSpecs.toMap(trial.attempt().regressor()));
        map.put("seed", trial.attempt().seed(config.seed()));
        write(file, "gmp train --config ", map);
    }

    private void compare(Path file, String name, List<SearchTrial> trials) {
        List<Object> descriptors = new ArrayList<>();
        List<Object> regressors = new ArrayList<>();
        List<Object> pairs = new ArrayList<>();
        for (SearchTrial trial : trials) {
            Candidate candidate = trial.candidate();
            descriptors.add(named(trial, "descriptor", ComponentSpecs.toMap(candidate.descriptor())));
            regressors.add(named(trial, "regressor", ComponentSpecs.toMap(candidate.regressor())));
            pairs.add(Map.of("descriptor", name(trial), "regressor", name(trial)));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", prepared.config().config().name() + "-" + name);
        map.put("data", prepared.config().resolved().get("data"));
        map.put("descriptors", descriptors);
        map.put("regressors", regressors);
        map.put("pairs", pairs);
        map.put("seeds", List.of(1L, 2L, 3L));
        write(file, "gmp compare ", map);
    }

    private void write(Path file, String command, Map<String, Object> map) {
        String origin = "# Found by gmp search, configuration "
                + prepared.hash().substring(0, 12) + ". Run it: " + command
                + file.getFileName() + "\n";
        Path folder = Objects.requireNonNull(file.getParent(), "a file has a folder");
        Map<String, Object> moved = NamedFiles.seenFrom(folder, map);
        AtomicFile.replace(file, origin + ConfigTree.of(moved, folder).toYaml());
    }

    private static Map<String, Object> named(SearchTrial trial, String key, Map<String, Object> component) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name(trial));
        entry.put(key, component);
        return entry;
    }
}
