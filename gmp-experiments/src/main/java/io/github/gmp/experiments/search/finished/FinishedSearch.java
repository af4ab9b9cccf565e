package io.github.gmp.experiments.search.finished;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.search.Algorithm;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.journal.SearchFolder;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The results of a search that came to its end, as {@code results.json} has them.
 *
 * @param folder its folder
 * @param configuration the resolved configuration
 * @param dataHash hash of the divided data
 * @param objectives what was minimized
 * @param trials all trials by number
 * @param front those that no other beats
 * @param references hand-picked pairs
 */
record FinishedSearch(
        Path folder,
        Map<String, Object> configuration,
        String dataHash,
        Objectives objectives,
        List<Trial> trials,
        List<Trial> front,
        List<Trial> references) {
    /**
     * A trial.
     *
     * @param name {@code trial-} with its number, or the name of a hand-picked pair
     * @param number its number
     * @param rung number of its rung
     * @param values each objective, in eV, eV/Å or operations; none if it failed
     * @param test the errors among them on the test structures; none if it failed or there are none
     */
    record Trial(String name, int number, int rung, Map<Objective, Double> values, Map<Objective, Double> test) {
        Trial {
            values = Map.copyOf(values);
            test = Map.copyOf(test);
        }

        /** log₁₀ of each objective; empty if it failed. */
        Optional<double[]> logs(Objectives objectives) {
            if (values.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(objectives.list().stream()
                    .mapToDouble(objective -> objective.log(values.get(objective)))
                    .toArray());
        }
    }

    /** {@return the number of the rung of full trials} */
    int fullRung() {
        return configuration.get("rungs") instanceof List<?> rungs ? rungs.size() + 1 : 1;
    }

    /** {@return log₁₀ of the objectives of each trial; of trials on lower rungs and of failures nothing} */
    List<Optional<double[]>> points() {
        return trials.stream()
                .map(trial -> trial.rung() == fullRung() ? trial.logs(objectives) : Optional.<double[]>empty())
                .toList();
    }

    /** {@return what chose its candidates, e.g. {@code NSGA-II}} */
    String algorithm() {
        Object name = configuration.get("algorithm");
        return Arrays.stream(Algorithm.values())
                .filter(algorithm -> algorithm.name().toLowerCase(Locale.ROOT).equals(name))
                .map(Algorithm::title)
                .findFirst()
                .orElse(String.valueOf(name));
    }

    /** {@return the configuration without what makes no other search of it: name, executor and seed, and the data, which have a hash} */
    Map<String, Object> withoutSeed() {
        Map<String, Object> rest = new TreeMap<>(configuration);
        rest.keySet().removeAll(List.of("name", "executor", "seed", "data"));
        return rest;
    }

    /**
     * {@return its results}
     *
     * @param path the folder of a search
     * @throws DataException if it did not come to its end, or its results are not those of this version
     */
    static FinishedSearch read(Path path) {
        SearchFolder folder = SearchFolder.of(path);
        if (!Files.isRegularFile(folder.results())) {
            throw new DataException(path + ": the search has not come to its end: " + SearchFolder.RESULTS
                    + " is missing; wait for it, or continue it with --resume");
        }
        try {
            return read(path, PlainJson.read(Files.readAllBytes(folder.results())))
                    .orElseThrow(() -> new DataException(
                            folder.results() + ": not the results of this version of gmp search; run it again"));
        } catch (IOException e) {
            throw new DataException(folder.results() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<FinishedSearch> read(Path path, Map<?, ?> json) {
        if (!(json.get("configuration") instanceof Map<?, ?> configuration)
                || !(json.get("provenance") instanceof Map<?, ?> provenance)
                || !(provenance.get("dataHash") instanceof String dataHash)
                || !(configuration.get("objectives") instanceof List<?> names)) {
            return Optional.empty();
        }
        List<Objective> objectives =
                names.stream().flatMap(name -> Objective.named(name).stream()).toList();
        Optional<List<Trial>> trials = trials(json.get("trials"), objectives);
        Optional<List<Trial>> front = trials(json.get("pareto"), objectives);
        Optional<List<Trial>> references = trials(json.get("references"), objectives);
        if (objectives.size() != names.size() || trials.isEmpty() || front.isEmpty() || references.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FinishedSearch(
                path,
                PlainJson.named(configuration),
                dataHash,
                new Objectives(objectives),
                trials.get(),
                front.get(),
                references.get()));
    }

    private static Optional<List<Trial>> trials(Object node, List<Objective> objectives) {
        if (!(node instanceof List<?> list)) {
            return Optional.empty();
        }
        List<Trial> trials = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)
                    || !(map.get("trial") instanceof Long number)
                    || !(map.get("rung") instanceof Long rung)) {
                return Optional.empty();
            }
            String name = map.get("name") instanceof String given ? given : "trial-" + number;
            Map<Objective, Double> values = new EnumMap<>(Objective.class);
            Map<Objective, Double> test = new EnumMap<>(Objective.class);
            for (Objective objective : objectives) {
                value(objective.isError() ? map.get("validation") : map, objective)
                        .ifPresent(value -> values.put(objective, value));
                value(map.get("test"), objective).ifPresent(value -> test.put(objective, value));
            }
            if (values.size() != objectives.size() && !map.containsKey("failure")) {
                return Optional.empty();
            }
            trials.add(new Trial(name, number.intValue(), rung.intValue(), values, test));
        }
        return Optional.of(trials);
    }

    private static Optional<Double> value(Object from, Objective objective) {
        return from instanceof Map<?, ?> map && map.get(objective.key()) instanceof Number value
                ? Optional.of(value.doubleValue())
                : Optional.empty();
    }
}
