package io.github.gmp.toolkit.scaling;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A constant energy per element, in eV, taken off total energies before anything else learns from them.
 *
 * @param energies bias of each element, eV
 */
public record ElementBias(Map<Element, Double> energies) {
    /** Copies the map. */
    public ElementBias {
        energies = Collections.unmodifiableMap(new EnumMap<>(energies));
    }

    /**
     * {@return a bias for each element of the training set}
     *
     * @param kind where the biases come from
     * @param given biases or isolated-atom energies of the configuration, eV
     * @param training the training set
     * @param notes receives what the user should know
     * @throws DataException if an element lacks an energy
     */
    public static ElementBias fit(BiasKind kind, Map<Element, Double> given, TrainingSet training, List<String> notes) {
        return fit(kind, given, training, training.elements(), notes);
    }

    /**
     * {@return the elements that have a bias whether the training set has them or not}
     *
     * @param kind where the biases come from
     * @param given biases or isolated-atom energies of the configuration, eV
     */
    public static Set<Element> known(BiasKind kind, Map<Element, Double> given) {
        return kind == BiasKind.GIVEN || kind == BiasKind.ISOLATED ? given.keySet() : Set.of();
    }

    /**
     * {@return a bias for each of the elements}
     *
     * @param kind where the biases come from
     * @param given biases or isolated-atom energies of the configuration, eV
     * @param training the training set
     * @param elements the elements to know the bias of: those of the training set, and any of {@link #known}
     * @param notes receives what the user should know
     * @throws DataException if an element lacks an energy
     */
    public static ElementBias fit(
            BiasKind kind,
            Map<Element, Double> given,
            TrainingSet training,
            Set<Element> elements,
            List<String> notes) {
        return switch (kind) {
            case LEAST_SQUARES -> leastSquares(new CompositionSolver(training), training.energies(), notes);
            case GIVEN -> {
                requireAll(
                        training.elements(),
                        given.keySet(),
                        "bias: given needs the energy of every element of the "
                                + "training set, but biases has none for ");
                yield new ElementBias(restricted(given, elements));
            }
            case ISOLATED -> isolated(given, training, elements);
            case NONE -> {
                Map<Element, Double> zero = new EnumMap<>(Element.class);
                training.elements().forEach(element -> zero.put(element, 0.0));
                yield new ElementBias(zero);
            }
        };
    }

    /**
     * Least squares of targets on the numbers of atoms of each element, see {@link CompositionSolver}. With fewer independent compositions
     * than elements (one molecule, say) the single biases mean nothing, but the bias of any composition of the training set is determined.
     *
     * @param solver the compositions
     * @param targets energies of the structures, eV
     * @param notes receives a note if the compositions do not determine all biases
     * @return the biases
     */
    public static ElementBias leastSquares(CompositionSolver solver, double[] targets, List<String> notes) {
        List<Element> elements = solver.elements();
        if (solver.rank() < elements.size()) {
            notes.add("the compositions of the training set determine only " + solver.rank() + " of the "
                    + elements.size() + " element biases (" + names(elements)
                    + "): the smallest that fit were taken. Energies of compositions that are no combination of those in "
                    + "the training set are off by a constant");
        }
        double[] solution = solver.solve(targets);
        return of(elements, solution);
    }

    private static ElementBias isolated(Map<Element, Double> given, TrainingSet training, Set<Element> elements) {
        Map<Element, List<Double>> found = new EnumMap<>(Element.class);
        for (int s = 0; s < training.structures(); s++) {
            if (training.atoms(s) == 1) {
                Element element = Element.of(training.atomicNumbers()[training.offsets()[s]]);
                found.computeIfAbsent(element, e -> new ArrayList<>()).add(training.energies()[s]);
            }
        }
        Map<Element, Double> energies = new EnumMap<>(Element.class);
        found.forEach((element, values) -> energies.put(
                element,
                values.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        energies.putAll(given);
        requireAll(
                training.elements(),
                energies.keySet(),
                "bias: isolated needs the energy of an isolated atom of every element, as a structure of one atom in the "
                        + "training set or in biases; there is none for ");
        return new ElementBias(restricted(energies, elements));
    }

    private static void requireAll(Set<Element> needed, Set<Element> there, String message) {
        List<Element> missing =
                needed.stream().filter(element -> !there.contains(element)).toList();
        if (!missing.isEmpty()) {
            throw new DataException(message + names(missing));
        }
    }

    private static Map<Element, Double> restricted(Map<Element, Double> energies, Set<Element> elements) {
        Map<Element, Double> restricted = new EnumMap<>(energies);
        restricted.keySet().retainAll(elements);
        return restricted;
    }

    private static String names(List<Element> elements) {
        return elements.stream().map(Element::symbol).collect(Collectors.joining(", "));
    }

    /**
     * {@return the biases}
     *
     * @param elements elements
     * @param energies bias of each of them, eV
     */
    public static ElementBias of(List<Element> elements, double[] energies) {
        Map<Element, Double> byElement = new EnumMap<>(Element.class);
        for (int e = 0; e < energies.length; e++) {
            byElement.put(elements.get(e), energies[e]);
        }
        return new ElementBias(byElement);
    }

    /**
     * {@return bias of each of them, eV}
     *
     * @param elements elements that have a bias
     */
    public double[] of(List<Element> elements) {
        return elements.stream().mapToDouble(energies::get).toArray();
    }

    /** {@return the bias in eV by atomic number; 0 for elements without one} */
    public double[] byAtomicNumber() {
        double[] table = new double[Element.values().length + 1];
        energies.forEach((element, energy) -> table[element.atomicNumber()] = energy);
        return table;
    }

    /**
     * {@return the energies of the structures less the biases of their atoms, eV}
     *
     * @param set structures
     */
    public double[] residuals(TrainingSet set) {
        double[] table = byAtomicNumber();
        double[] residuals = set.energies().clone();
        for (int s = 0; s < residuals.length; s++) {
            double bias = 0;
            for (int atom = set.offsets()[s]; atom < set.offsets()[s + 1]; atom++) {
                bias += table[set.atomicNumbers()[atom]];
            }
            residuals[s] -= bias;
        }
        return residuals;
    }
}
