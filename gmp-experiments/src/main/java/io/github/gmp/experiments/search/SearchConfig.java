package io.github.gmp.experiments.search;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.experiments.search.space.DimensionConfig;
import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.files.RunName;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A search: where it starts from, what may change, and for how long.
 *
 * @param name name of the search
 * @param data the data and how they are divided
 * @param descriptor the descriptor that candidates are made from
 * @param regressor the regressor that candidates are made from
 * @param space what may change
 * @param references hand-picked pairs to measure the search against
 * @param objectives what to minimize
 * @param algorithm how candidates are chosen
 * @param seedWithReferences whether the first generation begins with the references
 * @param rungs cheaper trials that candidates have to pass before the full one
 * @param timeLimit longest time of a trial
 * @param population number of candidates of one generation
 * @param generations number of generations
 * @param seed seed of the search
 * @param executor what runs the trials
 */
public record SearchConfig(
        @Param(
                doc =
                        "Name of the search: letters, digits, '.', '_' and '-'. Without --out the results go to the folder"
                                + " runs/NAME.")
        String name,

        @Param(doc = "The data and how they are divided. Candidates are judged by the validation structures alone.")
        DataConfig data,

        @Param(
                doc = "The descriptor that candidates are made from, with the keys that are not searched.",
                kind = Descriptor.class)
        ComponentSpec descriptor,

        @Param(
                doc = "The regressor that candidates are made from, with the keys that are not searched.",
                kind = RegressorTrainer.class)
        ComponentSpec regressor,

        @Param(
                doc = "What may change: any key of the descriptor or regressor by its path, e.g."
                        + " descriptor.radial.sigmas, with the values it may take.")
        Map<String, DimensionConfig> space,

        @Param(
                doc = "Hand-picked pairs of descriptor and regressor, trained and judged like the candidates and shown"
                        + " beside them.",
                defaultValue = "[]")
        List<ReferenceConfig> references,

        @Param(
                doc =
                        "What to minimize together: two or three of energy-mae, energy-mae-per-atom, force-mae (errors on the"
                                + " validation structures) and cost (operations per atom).",
                defaultValue = "[energy-mae, cost]")
        List<Objective> objectives,

        @Param(doc = "How candidates are chosen.", defaultValue = "nsga2")
        Algorithm algorithm,

        @Param(
                doc = "Whether the first generation of nsga2 begins with the references, as near to them as the space"
                        + " allows; a reference of another type is left out.",
                defaultValue = "false")
        boolean seedWithReferences,

        @Param(
                doc =
                        "Cheaper trials, cheapest first, that candidates have to pass before the full one: fewer epochs, less"
                                + " data, or a surrogate.",
                defaultValue = "[]")
        List<RungConfig> rungs,

        @Param(
                doc = "Longest time of a trial; one that takes longer has failed. Absent: any.",
                unit = "s",
                range = "(0, inf)")
        Optional<Double> timeLimit,

        @Param(doc = "Number of candidates of one generation.", defaultValue = "16", range = "[2, 10000]")
        int population,

        @Param(doc = "Number of generations, the first random one included.", defaultValue = "6", range = "[1, 10000]")
        int generations,

        @Param(
                doc = "Seed of the search: the same seed gives the same front for any number of threads.",
                defaultValue = "1")
        long seed,

        @Param(
                doc = "What runs the trials; it changes nothing in what is found.",
                kind = TaskExecutor.class,
                defaultValue = "{type: local}")
        ComponentSpec executor) {
    /**
     * Copies map and list, keeping their order.
     *
     * @throws ConfigException if the name cannot be that of a folder, the objectives are not two or three different ones with an error among them,
     *     or two references have the same name
     */
    public SearchConfig {
        RunName.require(name);
        objectives = List.copyOf(objectives);
        boolean different = Set.copyOf(objectives).size() == objectives.size();
        if (!different
                || objectives.size() < 2
                || objectives.size() > 3
                || objectives.stream().noneMatch(Objective::isError)) {
            throw ConfigException.invalid(
                    "objectives", objectives, "two or three different objectives, at least one of them an error");
        }
        references = List.copyOf(references);
        List<String> names = references.stream().map(ReferenceConfig::name).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw ConfigException.invalid("references", names, "a name of its own for each");
        }
        rungs = List.copyOf(rungs);
        space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
    }
}
