package io.github.gmp.experiments.trial;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The deterministic cost of a potential on given data, in floating-point operations per atom: what searches minimize. */
public final class PotentialCost {
    /** The average over so many structures, evenly spaced, is precise enough for a cost. */
    private static final int SAMPLE = 50;

    private PotentialCost() {}

    /**
     * {@return operations per atom of one energy: features plus regressor}
     *
     * @param potential a potential
     * @param structures the data
     */
    public static double perAtom(Potential potential, List<LabeledStructure> structures) {
        return perAtom(potential.descriptor(), structures)
                + potential.regressor().operationsPerAtom();
    }

    /**
     * {@return operations per atom of the features alone}
     *
     * @param descriptor a descriptor; it need not be fitted
     * @param structures the data
     */
    public static double perAtom(Descriptor descriptor, List<LabeledStructure> structures) {
        double neighbors = averageNeighbors(structures, descriptor.cutoff());
        Set<Element> elements = EnumSet.noneOf(Element.class);
        structures.forEach(frame -> elements.addAll(frame.structure().elements()));
        return descriptor.operationsPerAtom(neighbors, elements.size());
    }

    /**
     * {@return average number of neighbors of an atom within the cutoff, over an evenly spaced sample; 0 without structures}
     *
     * @param structures structures
     * @param cutoff in Å
     */
    public static double averageNeighbors(List<LabeledStructure> structures, double cutoff) {
        long pairs = 0;
        long atoms = 0;
        int step = Math.max(1, structures.size() / SAMPLE);
        for (int s = 0; s < structures.size(); s += step) {
            pairs += NeighborList.build(structures.get(s).structure(), cutoff).pairs();
            atoms += structures.get(s).structure().size();
        }
        return atoms == 0 ? 0 : (double) pairs / atoms;
    }
}
