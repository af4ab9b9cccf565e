package io.github.gmp.api.multipole.density;

import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How atoms of one element are told apart: by a numeric column of the structure, e.g. their charges or magnetic moments. An atom belongs to the
 * listed value that is nearest to its own, the lower one of two equally near. Values farther than the tolerance from all listed ones have no
 * density: nothing is interpolated.
 *
 * @param property name of the column, see {@link io.github.gmp.api.structure.AtomicStructure#atomProperty}
 * @param tolerance how far the value of an atom may be from the listed one, in the unit of the column
 * @param values the values with densities of their own, by element; elements that are not here are not told apart
 */
public record SpeciesSelector(String property, double tolerance, Map<Element, List<Double>> values) {
    /**
     * Copies the map, values ascending.
     *
     * @throws IllegalArgumentException if the name is blank, the tolerance is negative or not finite, an element has no value, a value is not
     *     finite, or an element has a value twice
     */
    public SpeciesSelector {
        if (property.isBlank()) {
            throw new IllegalArgumentException("the name of the column is blank");
        }
        if (!(tolerance >= 0) || !Double.isFinite(tolerance)) {
            throw new IllegalArgumentException("the tolerance is " + tolerance + "; a number from 0 on was expected");
        }
        Map<Element, List<Double>> sorted = new EnumMap<>(Element.class);
        for (Map.Entry<Element, List<Double>> entry : values.entrySet()) {
            List<Double> list = new ArrayList<>(entry.getValue());
            Collections.sort(list);
            requireDifferent(entry.getKey(), list);
            sorted.put(entry.getKey(), List.copyOf(list));
        }
        values = Collections.unmodifiableMap(sorted);
    }

    private static void requireDifferent(Element element, List<Double> sorted) {
        if (sorted.isEmpty() || !sorted.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    element.symbol() + " has the values " + sorted + "; one or more finite numbers were expected");
        }
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).doubleValue() == sorted.get(i)) {
                throw new IllegalArgumentException(
                        element.symbol() + " has the value " + sorted.get(i) + " twice; give it once");
            }
        }
    }
}
