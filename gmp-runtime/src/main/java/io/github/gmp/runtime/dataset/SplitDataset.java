package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A data set divided for training. Every structure has an energy.
 *
 * @param train training structures
 * @param validation validation structures
 * @param test test structures, possibly none
 * @param isolatedAtoms energy in eV of the isolated atom of each element that the data have one of
 * @param hash SHA-256 (hex) of the contents of the three sets, see {@link DatasetHash}
 * @param warnings what the user should know, e.g. structures that are in two sets
 */
public record SplitDataset(
        List<LabeledStructure> train,
        List<LabeledStructure> validation,
        List<LabeledStructure> test,
        Map<Element, Double> isolatedAtoms,
        String hash,
        List<String> warnings) {
    /** Copies the collections. */
    public SplitDataset {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        isolatedAtoms = Map.copyOf(isolatedAtoms);
        warnings = List.copyOf(warnings);
    }

    /** {@return the elements of the training structures, ascending in atomic number} */
    public Set<Element> trainElements() {
        return elements(List.of(train));
    }

    /** {@return the elements of all structures, ascending in atomic number} */
    public Set<Element> elements() {
        return elements(List.of(train, validation, test));
    }

    /** {@return whether every structure of the three sets has forces} */
    public boolean hasForces() {
        return List.of(train, validation, test).stream()
                .flatMap(List::stream)
                .allMatch(structure -> structure.forces().isPresent());
    }

    private static Set<Element> elements(List<List<LabeledStructure>> sets) {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        sets.forEach(set ->
                set.forEach(structure -> elements.addAll(structure.structure().elements())));
        return elements;
    }
}
