package io.github.gmp.experiments.search.genetic;

import io.github.gmp.experiments.search.ReferenceConfig;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.space.Dimension;
import io.github.gmp.experiments.search.space.SearchSpace;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigTree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** References as points of the space, as near as it allows: what is fixed there stays fixed, and a number outside of a range goes to its end. */
public record ReferenceSeeds(SearchConfig config, SearchSpace space) {
    /** {@return the genes of the references that the space has a point near to, without repetitions} */
    public List<List<double[]>> genes() {
        Map<Map<String, Object>, List<double[]>> seeds = new LinkedHashMap<>();
        for (ReferenceConfig reference : config.references()) {
            ConfigTree tree = ConfigTree.of(
                    Map.of(
                            "descriptor", ComponentSpecs.toMap(reference.descriptor()),
                            "regressor", ComponentSpecs.toMap(reference.regressor())),
                    Path.of(""));
            List<double[]> genes = genes(tree);
            boolean near = isOfType(reference, genes);
            if (near) {
                seeds.putIfAbsent(space.values(genes), genes);
            }
        }
        return List.copyOf(seeds.values());
    }

    /** What the reference does not have, or has of another kind, is put in the middle. */
    private List<double[]> genes(ConfigTree tree) {
        List<double[]> genes = new ArrayList<>();
        for (Map.Entry<String, Dimension> entry : space.dimensions().entrySet()) {
            Optional<double[]> near = tree.find(entry.getKey()).flatMap(entry.getValue()::encode);
            genes.add(near.orElseGet(() -> entry.getValue().grid(1).get(0)));
        }
        return genes;
    }

    /** Sigmas mean nothing to symmetry functions: a seed has the reference's types. */
    private boolean isOfType(ReferenceConfig reference, List<double[]> genes) {
        Map<String, Object> values = space.values(genes);
        return reference
                        .descriptor()
                        .type()
                        .equals(type("descriptor", config.descriptor().type(), values))
                && reference
                        .regressor()
                        .type()
                        .equals(type("regressor", config.regressor().type(), values));
    }

    private static Object type(String component, String fixed, Map<String, Object> values) {
        if (values.get(component) instanceof Map<?, ?> whole) {
            return whole.containsKey("type") ? String.valueOf(whole.get("type")) : fixed;
        }
        return values.getOrDefault(component + ".type", fixed);
    }
}
