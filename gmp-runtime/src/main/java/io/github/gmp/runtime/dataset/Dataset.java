package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The structures of a data section, before they are divided.
 *
 * @param structures structures to divide
 * @param validation structures of separate validation files
 * @param test structures of separate test files
 * @param isolatedAtoms reference frames of one atom ({@code config_type=IsolatedAtom}), in no set
 * @param files the files read, as the user named them
 */
public record Dataset(
        List<LabeledStructure> structures,
        List<LabeledStructure> validation,
        List<LabeledStructure> test,
        List<LabeledStructure> isolatedAtoms,
        List<String> files) {
    /** Copies the collections. */
    public Dataset {
        structures = List.copyOf(structures);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        isolatedAtoms = List.copyOf(isolatedAtoms);
        files = List.copyOf(files);
    }

    /** {@return the elements of all structures, ascending in atomic number} */
    public Set<Element> elements() {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        for (List<LabeledStructure> part : List.of(structures, validation, test)) {
            part.forEach(structure -> elements.addAll(structure.structure().elements()));
        }
        return elements;
    }

    /** {@return SHA-256 (hex) of the contents: equal data have equal hashes, wherever they were read from} */
    public String hash() {
        return DatasetHash.of(List.of(structures, validation, test, isolatedAtoms));
    }
}
