package io.github.gmp.api.multipole.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Numbers the species of a density source, and tells which one each atom of a structure is. Where the source has no selector, a species is an
 * element and columns of structures are not looked at. Immutable and thread-safe.
 */
public final class SpeciesIndex {
    private static final int ELEMENTS = Element.values().length;

    private final List<Species> species;
    private final Set<Element> elements;
    /** By ordinal of the element, number of its first species; those of one element follow each other, values ascending. */
    private final int[] first = new int[ELEMENTS];
    /** How many species the element has; 0 if the source does not have it. */
    private final int[] count = new int[ELEMENTS];

    private final Optional<SpeciesSelector> selector;

    /**
     * Numbers the species of a source, in the order of the source.
     *
     * @param source where densities come from
     */
    public SpeciesIndex(DensitySource source) {
        selector = source.selector();
        Set<Element> sorted = EnumSet.noneOf(Element.class);
        sorted.addAll(source.elements());
        elements = Collections.unmodifiableSet(sorted);
        List<Species> list = new ArrayList<>();
        for (Element element : elements) {
            first[element.ordinal()] = list.size();
            List<Double> values = selector.map(s -> s.values().get(element)).orElse(List.of());
            if (values.isEmpty()) {
                list.add(Species.of(element));
            } else {
                values.forEach(value -> list.add(Species.of(element, value)));
            }
            count[element.ordinal()] = list.size() - first[element.ordinal()];
        }
        species = List.copyOf(list);
    }

    /** {@return all species, in the order of their numbers: by element, then by value} */
    public List<Species> species() {
        return species;
    }

    /**
     * {@return the number of the species of each atom}
     *
     * @param structure a structure
     * @throws DataException if the source does not have the element of an atom, or tells its atoms apart and the structure lacks the column
     *     or has a value that the source has no density for; the message says which atom, and what there is
     */
    public int[] of(AtomicStructure structure) {
        int[] numbers = new int[structure.size()];
        Optional<double[]> column = selector.flatMap(s -> structure.atomProperty(s.property()));
        for (int atom = 0; atom < numbers.length; atom++) {
            int element = structure.element(atom).ordinal();
            if (count[element] == 0) {
                throw unknownElement(structure, atom);
            }
            numbers[atom] = first[element];
            if (selector.isPresent() && species.get(first[element]).value().isPresent()) {
                numbers[atom] += valueIndex(selector.get(), column, structure, atom);
            }
        }
        return numbers;
    }

    private static int valueIndex(
            SpeciesSelector selector, Optional<double[]> column, AtomicStructure structure, int atom) {
        Element element = structure.element(atom);
        // Species with a value are those of the selector.
        List<Double> values = Objects.requireNonNull(selector.values().get(element));
        if (column.isEmpty()) {
            throw new DataException(
                    "atom " + (atom + 1) + " is " + element.symbol() + ", whose density depends on the column '"
                            + selector.property() + "', which the structure does not have; "
                            + (structure.atomPropertyNames().isEmpty()
                                    ? "it has no columns of one number per atom"
                                    : "its columns of one number per atom are " + join(structure.atomPropertyNames())));
        }
        double value = column.get()[atom];
        int nearest = 0;
        for (int k = 1; k < values.size(); k++) {
            if (Math.abs(value - values.get(k)) < Math.abs(value - values.get(nearest))) {
                nearest = k;
            }
        }
        if (Math.abs(value - values.get(nearest)) <= selector.tolerance()) {
            return nearest;
        }
        throw new DataException("atom " + (atom + 1) + " is " + element.symbol() + " with " + selector.property()
                + " = " + value + ", for which the density source of the descriptor has no density; it has "
                + element.symbol() + " with " + selector.property() + " = " + join(values) + " (within "
                + selector.tolerance() + ")");
    }

    private DataException unknownElement(AtomicStructure structure, int atom) {
        return new DataException(
                "atom " + (atom + 1) + " is " + structure.element(atom).symbol()
                        + ", for which the density source of the descriptor has no density; it has "
                        + elements.stream().map(Element::symbol).collect(Collectors.joining(" ")));
    }

    private static String join(Collection<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
