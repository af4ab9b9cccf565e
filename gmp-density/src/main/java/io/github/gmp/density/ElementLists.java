package io.github.gmp.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The key {@code elements} of sources that fit densities when needed. */
final class ElementLists {
    private ElementLists() {}

    /**
     * {@return the elements, ascending in atomic number}
     *
     * @param symbols symbols of elements
     * @throws ConfigException if one is unknown
     */
    static Set<Element> parse(List<String> symbols) {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        for (int i = 0; i < symbols.size(); i++) {
            try {
                elements.add(Element.of(symbols.get(i)));
            } catch (DataException e) {
                throw ConfigException.invalid("elements[" + i + "]", symbols.get(i), "an element: " + e.getMessage());
            }
        }
        return elements;
    }
}
