package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one of the sets of a divided data set holds. All of its structures have energies.
 *
 * @param name training, validation or test
 * @param structures number of structures
 * @param atoms number of their atoms
 * @param withForces number of structures with forces
 * @param atomsWithForces number of their atoms
 * @param withStress number of structures with a stress that are periodic along all axes
 * @param elements their elements
 */
public record SetContent(
        String name,
        int structures,
        long atoms,
        int withForces,
        long atomsWithForces,
        int withStress,
        Set<Element> elements) {
    /** Copies the set. */
    public SetContent {
        elements = Collections.unmodifiableSet(elements.isEmpty() ? Set.of() : EnumSet.copyOf(elements));
    }

    /**
     * {@return its three sets}
     *
     * @param data a divided data set
     */
    public static List<SetContent> of(SplitDataset data) {
        return List.of(of("training", data.train()), of("validation", data.validation()), of("test", data.test()));
    }

    private static SetContent of(String name, List<LabeledStructure> frames) {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        long atoms = 0;
        int withForces = 0;
        long atomsWithForces = 0;
        int withStress = 0;
        for (LabeledStructure frame : frames) {
            elements.addAll(frame.structure().elements());
            atoms += frame.structure().size();
            withForces += frame.forces().isPresent() ? 1 : 0;
            atomsWithForces += frame.forces().isPresent() ? frame.structure().size() : 0;
            withStress += frame.stress().isPresent() && frame.structure().cell().isFullyPeriodic() ? 1 : 0;
        }
        return new SetContent(name, frames.size(), atoms, withForces, atomsWithForces, withStress, elements);
    }
}
