package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.Element;
import io.github.gmp.runtime.config.BindingEnvironment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What configurations may take from the data: {@code ${data.elements}} and {@code ${data.isolatedEnergies}}. */
public final class DataEnvironment {
    private DataEnvironment() {}

    /**
     * {@return their elements as a list of symbols, and the energies of their isolated atoms by symbol in eV}
     *
     * @param data the data
     */
    public static BindingEnvironment of(SplitDataset data) {
        List<String> elements = data.elements().stream().map(Element::symbol).toList();
        Map<String, Double> isolated = new TreeMap<>();
        data.isolatedAtoms().forEach((element, energy) -> isolated.put(element.symbol(), energy));
        return BindingEnvironment.of(Map.of("data.elements", elements, "data.isolatedEnergies", isolated));
    }
}
