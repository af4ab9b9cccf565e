package io.github.gmp.models.training;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which elements share a network: all of them (SNN) or none (HDNN).
 *
 * @param names name of each group in model files: {@code shared}, or the symbol of the element
 * @param elements all elements, ascending in atomic number
 */
record ElementGroups(List<String> names, List<Element> elements) {
    private static final String SHARED = "shared";

    static ElementGroups of(Set<Element> elements, boolean perElement) {
        List<Element> sorted = List.copyOf(new TreeSet<>(elements));
        return new ElementGroups(
                perElement ? sorted.stream().map(Element::symbol).toList() : List.of(SHARED), sorted);
    }

    int count() {
        return names.size();
    }

    /** {@return the group by atomic number; −1 for unknown elements} */
    int[] byAtomicNumber() {
        int[] table = new int[Element.values().length + 1];
        Arrays.fill(table, -1);
        for (int e = 0; e < elements.size(); e++) {
            table[elements.get(e).atomicNumber()] = names.size() == 1 ? 0 : e;
        }
        return table;
    }

    /** @throws DataException if one of the atoms is of an element that was not trained on */
    void requireKnown(int[] atomicNumbers) {
        for (int z : atomicNumbers) {
            if (!elements.contains(Element.of(z))) {
                throw new DataException("the regressor was not trained on element " + Element.of(z) + " (trained on "
                        + elements.stream().map(Element::symbol).collect(Collectors.joining(", ")) + ")");
            }
        }
    }
}
