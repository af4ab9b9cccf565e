package io.github.gmp.bp.symmetry;

import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which feature stands in which column: sort (G1 … G5) → channel → function in the order of the configuration, first the functions of
 * elements without a set of their own, then those that only sets of single elements add, ascending in atomic number. A feature that the
 * element of a center does not use is 0 there.
 */
final class SymmetryFunctionLayout {
    private static final int READABLE_DIGITS = 6;
    private static final int ALL_DIGITS = 17;

    private final NeighborChannels channels;
    private final List<String> labels;
    private final Map<Object, int[]> columns = new HashMap<>();
    private final CenterPlan[] plans;

    /**
     * @param channels the listed elements and how they are told apart
     * @param shared the functions of elements without a set of their own
     * @param ownSets the functions of the elements that have a set of their own
     * @param radius r_c in Å
     */
    SymmetryFunctionLayout(
            NeighborChannels channels, FunctionSet shared, Map<Element, FunctionSet> ownSets, double radius) {
        this.channels = channels;
        List<FunctionSet> sets = new ArrayList<>();
        if (channels.elements().stream().anyMatch(e -> !ownSets.containsKey(e))) {
            sets.add(shared);
        }
        channels.elements().stream()
                .filter(ownSets::containsKey)
                .map(ownSets::get)
                .forEach(sets::add);

        List<RadialFunction> radial = union(sets, FunctionSet::radial, RadialFunction::sort);
        List<AngularFunction> angular =
                union(sets, FunctionSet::angular, f -> f.sort().name());
        assignColumns(radial, RadialFunction::sort, channels.radialChannels());
        assignColumns(angular, f -> f.sort().name(), channels.angularChannels());
        List<String> readable = labels(radial, angular, READABLE_DIGITS);
        labels = new HashSet<>(readable).size() == readable.size() ? readable : labels(radial, angular, ALL_DIGITS);

        Map<FunctionSet, CenterPlan> bySet = new HashMap<>();
        plans = channels.elements().stream()
                .map(e -> bySet.computeIfAbsent(
                        ownSets.getOrDefault(e, shared), set -> new CenterPlan(set, this, radius)))
                .toArray(CenterPlan[]::new);
    }

    private static <F> List<F> union(
            List<FunctionSet> sets, Function<FunctionSet, List<F>> part, Function<F, String> sort) {
        Set<F> distinct = new LinkedHashSet<>();
        sets.forEach(set -> distinct.addAll(part.apply(set)));
        return distinct.stream().sorted(Comparator.comparing(sort)).toList();
    }

    private <F> void assignColumns(Collection<F> functions, Function<F, String> sort, int channelCount) {
        int next = columns.values().stream().mapToInt(c -> c.length).sum();
        for (String name : functions.stream().map(sort).distinct().toList()) {
            List<F> ofSort =
                    functions.stream().filter(f -> sort.apply(f).equals(name)).toList();
            ofSort.forEach(f -> columns.put(f, new int[channelCount]));
            for (int channel = 0; channel < channelCount; channel++) {
                for (F function : ofSort) {
                    Objects.requireNonNull(columns.get(function))[channel] = next++;
                }
            }
        }
    }

    private List<String> labels(List<RadialFunction> radial, List<AngularFunction> angular, int digits) {
        String[] result =
                new String[columns.values().stream().mapToInt(c -> c.length).sum()];
        String[] radialNames = channels.radialNames();
        for (RadialFunction f : radial) {
            for (int channel = 0; channel < radialNames.length; channel++) {
                String parameters = f.parameters(digits);
                result[column(f, channel)] =
                        f.sort() + " " + radialNames[channel] + (parameters.isEmpty() ? "" : " " + parameters);
            }
        }
        String[] angularNames = channels.angularNames();
        for (AngularFunction f : angular) {
            for (int channel = 0; channel < angularNames.length; channel++) {
                result[column(f, channel)] = f.sort() + " " + angularNames[channel] + " " + f.parameters(digits);
            }
        }
        return List.of(result);
    }

    NeighborChannels channels() {
        return channels;
    }

    /** {@return a label per column, unique} */
    List<String> labels() {
        return labels;
    }

    /**
     * {@return its column}
     *
     * @param function a radial or angular function of any of the sets
     * @param channel a channel of its sort
     */
    int column(Object function, int channel) {
        return Objects.requireNonNull(columns.get(function), "a function of the sets")[channel];
    }

    /** {@return the plans of all elements} */
    Stream<CenterPlan> plans() {
        return Arrays.stream(plans);
    }

    /** {@return the plan for centers of the element with that slot} */
    CenterPlan plan(int slot) {
        return plans[slot];
    }
}
