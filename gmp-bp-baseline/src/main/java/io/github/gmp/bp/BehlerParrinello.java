package io.github.gmp.bp;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.symmetry.BehlerParrinelloDescriptor;
import io.github.gmp.bp.symmetry.FunctionSet;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the descriptor {@code behler-parrinello}. */
public final class BehlerParrinello {
    private BehlerParrinello() {}

    /**
     * {@return a descriptor that computes with the kernel of this process}
     *
     * @param config what it is made of
     * @param context makes the cutoff function
     * @throws ConfigException naming every list that is empty or has a value twice, unknown and repeated elements, λ other than ±1, and sets
     *     without any function
     */
    public static Descriptor of(BehlerParrinelloConfig config, ComponentContext context) {
        return of(config, context, KernelChoice.ofProcess());
    }

    static Descriptor of(BehlerParrinelloConfig config, ComponentContext context, KernelChoice kernel) {
        CutoffFunction cutoff = context.create(CutoffFunction.KIND, config.cutoff());
        List<ConfigProblem> problems = new ArrayList<>();
        Set<Element> elements = elements(config.elements(), problems);
        FunctionSetBuilder builder = new FunctionSetBuilder(config.etaUnits(), cutoff.radius(), problems);
        Map<Element, FunctionSet> ownSets = new EnumMap<>(Element.class);
        // In a fixed order, so that problems are listed alike whatever map the host made.
        new TreeMap<>(config.perElement()).forEach((symbol, lists) -> {
            String path = "perElement." + symbol;
            FunctionSet set = builder.build(lists, path + ".");
            requireFunctions(lists, path, problems);
            parse(symbol, path, problems).ifPresent(element -> {
                if (!elements.isEmpty() && !elements.contains(element)) {
                    problems.add(new ConfigProblem.InvalidValue(path, symbol, "one of the elements " + list(elements)));
                }
                ownSets.put(element, set);
            });
        });
        FunctionSet shared = builder.build(config.shared(), "");
        if (!ownSets.keySet().containsAll(elements)) {
            requireFunctions(config.shared(), "g2", problems);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new BehlerParrinelloDescriptor(elements, config.pairing(), cutoff, shared, ownSets, kernel);
    }

    private static Set<Element> elements(List<String> symbols, List<ConfigProblem> problems) {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        if (symbols.isEmpty()) {
            problems.add(new ConfigProblem.InvalidValue("elements", "[]", "at least one element, e.g. [H, C, O]"));
        }
        for (int i = 0; i < symbols.size(); i++) {
            String symbol = symbols.get(i);
            String path = "elements[" + i + "]";
            parse(symbol, path, problems).ifPresent(element -> {
                if (!elements.add(element)) {
                    problems.add(new ConfigProblem.InvalidValue(path, symbol, "every element once"));
                }
            });
        }
        return elements;
    }

    private static Optional<Element> parse(String symbol, String path, List<ConfigProblem> problems) {
        try {
            return Optional.of(Element.of(symbol));
        } catch (DataException e) {
            problems.add(new ConfigProblem.InvalidValue(
                    path, "'" + symbol + "'", "the symbol of an element (" + e.getMessage() + ")"));
            return Optional.empty();
        }
    }

    private static void requireFunctions(SymmetryFunctionLists lists, String path, List<ConfigProblem> problems) {
        if (lists.isEmpty()) {
            problems.add(new ConfigProblem.MissingKey(
                    path,
                    "at least one of g1, g2, g3, g4, g5, e.g. g2: {etas: [0.05, 0.5], shifts: [0.0]}, or a preset"));
        }
    }

    private static String list(Set<Element> elements) {
        return elements.stream().map(Element::symbol).collect(Collectors.joining(", "));
    }
}
