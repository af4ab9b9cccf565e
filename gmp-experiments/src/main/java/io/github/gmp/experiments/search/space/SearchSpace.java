package io.github.gmp.experiments.search.space;

import io.github.gmp.api.plugin.ConfigException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The searched keys, sorted by path: the order in which a file lists them must not change what is found. Genes are given for each of
 * them; those of keys whose conditions are not met mean nothing.
 */
public final class SearchSpace {
    private final Map<String, Dimension> dimensions;
    private final Map<String, List<Condition>> conditions;
    private final List<String> order;
    private final Map<String, Object> fixed;

    SearchSpace(
            Map<String, Dimension> dimensions,
            Map<String, List<Condition>> conditions,
            List<String> order,
            Map<String, Object> fixed) {
        this.dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        this.conditions = Map.copyOf(conditions);
        this.order = List.copyOf(order);
        this.fixed = Map.copyOf(fixed);
    }

    /**
     * {@return the space}
     *
     * @param space the section {@code space} of a search configuration
     * @param configuration the resolved configuration, which conditions may refer to
     * @throws ConfigException with all contradictions: no dimension at all, none or several kinds of values, ends in the wrong order, sets
     *     that cannot fit, conditions on keys that are not there or in a circle
     */
    public static SearchSpace of(Map<String, DimensionConfig> space, Map<String, Object> configuration) {
        return new SpaceReader(configuration).read(space);
    }

    /** {@return the searched keys by path, sorted} */
    public Map<String, Dimension> dimensions() {
        return dimensions;
    }

    /**
     * {@return the values of the keys that count, sorted by path}
     *
     * @param genes genes of each dimension, in the order of their paths
     */
    public Map<String, Object> values(List<double[]> genes) {
        List<String> paths = List.copyOf(dimensions.keySet());
        Map<String, Object> known = new HashMap<>(fixed);
        Map<String, Object> values = new TreeMap<>();
        for (String path : order) {
            if (conditions.getOrDefault(path, List.of()).stream().allMatch(condition -> condition.isMet(known))) {
                Object value = dimensions.get(path).decode(genes.get(paths.indexOf(path)));
                known.put(path, value);
                values.put(path, value);
            } else {
                known.remove(path);
            }
        }
        return values;
    }

    /** {@return log₁₀ of the number of candidates, at most: conditions make it smaller} */
    public double logSize() {
        return dimensions.values().stream().mapToDouble(Dimension::logSize).sum();
    }

    /** {@return whether some keys count only under conditions} */
    public boolean isConditional() {
        return conditions.values().stream().anyMatch(list -> !list.isEmpty());
    }

    /** {@return what each key may be, in words, by path} */
    public Map<String, String> describe() {
        Map<String, String> lines = new LinkedHashMap<>();
        dimensions.forEach((path, dimension) -> {
            List<Condition> when = conditions.getOrDefault(path, List.of());
            lines.put(
                    path,
                    dimension.describe()
                            + (when.isEmpty()
                                    ? ""
                                    : "; when "
                                            + when.stream()
                                                    .map(Condition::describe)
                                                    .collect(Collectors.joining(" and "))));
        });
        return lines;
    }

    /**
     * Candidates that together have the ends of every range and all choices, under every combination of what conditions depend on.
     *
     * @return genes
     */
    public List<List<double[]>> probes() {
        List<List<double[]>> probes = new ArrayList<>();
        for (List<double[]> context : contexts()) {
            List<List<double[]>> choices = new ArrayList<>();
            int index = 0;
            for (Map.Entry<String, Dimension> entry : dimensions.entrySet()) {
                choices.add(
                        decidesOthers(entry.getKey())
                                ? List.of(context.get(index))
                                : entry.getValue().probes());
                index++;
            }
            int count = choices.stream().mapToInt(List::size).max().orElse(0);
            for (int p = 0; p < count; p++) {
                int probe = p;
                probes.add(choices.stream()
                        .map(of -> of.get(Math.min(probe, of.size() - 1)))
                        .toList());
            }
        }
        return probes;
    }

    private boolean decidesOthers(String path) {
        return conditions.values().stream()
                .flatMap(List::stream)
                .anyMatch(condition -> condition.path().equals(path));
    }

    /** One after the other, all probes of the keys that conditions depend on; of the others any genes. */
    private List<List<double[]>> contexts() {
        List<List<double[]>> contexts = List.of(List.of());
        for (Map.Entry<String, Dimension> entry : dimensions.entrySet()) {
            List<double[]> own = decidesOthers(entry.getKey())
                    ? entry.getValue().probes()
                    : entry.getValue().probes().subList(0, 1);
            contexts = contexts.stream()
                    .flatMap(context -> own.stream().map(genes -> {
                        List<double[]> longer = new ArrayList<>(context);
                        longer.add(genes);
                        return longer;
                    }))
                    .collect(Collectors.toList());
        }
        return contexts;
    }
}
