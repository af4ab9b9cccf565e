package io.github.gmp.api.multipole.density;

import io.github.gmp.api.structure.Element;

import java.util.OptionalDouble;

/**
 * Atoms that share a density: those of an element, or those of an element with a certain value of a column of the structure, e.g. a charge.
 *
 * @param element the element
 * @param value the value of the column that {@link SpeciesSelector#property()} names; empty if the element alone decides
 */
public record Species(Element element, OptionalDouble value) {
    /**
     * {@return the atoms of an element, whatever their columns say}
     *
     * @param element an element
     */
    public static Species of(Element element) {
        return new Species(element, OptionalDouble.empty());
    }

    /**
     * {@return the atoms of an element with a value in the column}
     *
     * @param element an element
     * @param value a value of the column
     */
    public static Species of(Element element, double value) {
        return new Species(element, OptionalDouble.of(value));
    }
}
