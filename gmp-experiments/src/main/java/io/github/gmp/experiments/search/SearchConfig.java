package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.experiments.dataset.DataConfig;
import io.github.gmp.experiments.files.RunName;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A search: where it starts from, what may change, and for how long.
 *
 * @param name name of the search
 * @param data the data and how they are divided
 * @param descriptor the descriptor that candidates are made from
 * @param regressor the regressor that candidates are made from
 * @param space what may change
 * @param references hand-picked pairs to measure the search against
 * @param objective the error to minimize
 * @param algorithm how candidates are chosen
 * @param population number of candidates of one generation
 * @param generations number of generations
 * @param seed seed of the search
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
                kind = "descriptor")
        ComponentSpec descriptor,

        @Param(
                doc = "The regressor that candidates are made from, with the keys that are not searched.",
                kind = "regressor")
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
                doc = "The validation error to minimize; the cost (operations per atom) is the other objective.",
                defaultValue = "energy-mae")
        Objective objective,

        @Param(doc = "How candidates are chosen.", defaultValue = "nsga2")
        Algorithm algorithm,

        @Param(doc = "Number of candidates of one generation.", defaultValue = "16", range = "[2, 10000]")
        int population,

        @Param(doc = "Number of generations, the first random one included.", defaultValue = "6", range = "[1, 10000]")
        int generations,

        @Param(
                doc = "Seed of the search: the same seed gives the same front for any number of threads.",
                defaultValue = "1")
        long seed) {
    /**
     * Copies map and list, keeping their order.
     *
     * @throws io.github.gmp.api.plugin.ConfigException if the name cannot be that of a folder
     */
    public SearchConfig {
        RunName.require(name);
        references = List.copyOf(references);
        space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
    }
}
