package io.github.gmp.experiments.search.finished;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.search.Algorithm;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.journal.ResultsDocument;
import io.github.gmp.experiments.search.journal.SearchFolder;
import io.github.gmp.runtime.json.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

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
        String text;
        try {
            text = Files.readString(folder.results());
        } catch (IOException e) {
            throw new DataException(folder.results() + ": cannot be read: " + e.getMessage(), e);
        }
        OptionalLong version = Json.version(text);
        if (version.isPresent() && version.getAsLong() != ResultsDocument.VERSION) {
            throw new DataException(folder.results() + ": results of version " + version.getAsLong()
                    + ", but this version of GMP reads version " + ResultsDocument.VERSION + "; run the search again");
        }
        return Json.find(ResultsDocument.class, text)
                .flatMap(document -> of(path, document))
                .orElseThrow(() -> new DataException(
                        folder.results() + ": not the results of this version of gmp search; run it again"));
    }

    private static Optional<FinishedSearch> of(Path path, ResultsDocument document) {
        if (!(document.configuration().get("objectives") instanceof List<?> names)) {
            return Optional.empty();
        }
        List<Objective> objectives =
                names.stream().flatMap(name -> Objective.named(name).stream()).toList();
        boolean whole = objectives.size() == names.size()
                && Stream.of(document.trials(), document.pareto(), document.references())
                        .flatMap(List::stream)
                        .allMatch(trial -> trial.failure().isPresent()
                                || values(trial, objectives).size() == objectives.size());
        return whole
                ? Optional.of(new FinishedSearch(
                        path,
                        document.configuration(),
                        document.provenance().dataHash(),
                        new Objectives(objectives),
                        trials(document.trials(), objectives),
                        trials(document.pareto(), objectives),
                        trials(document.references(), objectives)))
                : Optional.empty();
    }

    private static List<Trial> trials(List<ResultsDocument.Trial> documents, List<Objective> objectives) {
        return documents.stream()
                .map(document -> new Trial(
                        document.name().orElse("trial-" + document.trial()),
                        document.trial(),
                        document.rung(),
                        values(document, objectives),
                        errors(document.test(), objectives)))
                .toList();
    }

    private static Map<Objective, Double> values(ResultsDocument.Trial trial, List<Objective> objectives) {
        Map<Objective, Double> values = errors(trial.validation(), objectives);
        if (objectives.contains(Objective.COST)) {
            trial.operationsPerAtom().ifPresent(cost -> values.put(Objective.COST, cost));
        }
        return values;
    }

    private static Map<Objective, Double> errors(Optional<Map<String, Double>> set, List<Objective> objectives) {
        Map<Objective, Double> errors = new EnumMap<>(Objective.class);
        set.ifPresent(known -> objectives.stream()
                .filter(objective -> known.containsKey(objective.key()))
                .forEach(objective -> errors.put(objective, known.get(objective.key()))));
        return errors;
    }
}
