package io.github.gmp.api.descriptor;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.List;
import java.util.Set;

/**
 * Turns the surroundings of each atom into a vector of features. Every descriptor is invariant under translation and
 * under permutation of like atoms (features follow their atoms); further promises are {@link #properties()}. Immutable
 * and thread-safe.
 */
public interface Descriptor {
    /** The component kind, key {@code descriptor} of a configuration. */
    ComponentKind<Descriptor> KIND = new ComponentKind<>("descriptor", Descriptor.class);

    /** {@return the radius in Å that a neighbor list must cover} */
    double cutoff();

    /** {@return a label per feature, unique} */
    List<String> features();

    /** {@return what this descriptor promises} */
    Set<DescriptorProperty> properties();

    /** {@return which derivatives its evaluations offer; all, unless it says otherwise} */
    default Derivatives derivatives() {
        return Derivatives.PULLBACK_AND_PUSHFORWARD;
    }

    /**
     * Features of the centers of a neighbor list: of all atoms, or, for large structures, of a part of them. Row r belongs to the atom
     * {@link NeighborList#firstCenter()} + r, and does not depend on which other centers the list has.
     *
     * @param structure a structure
     * @param neighbors a neighbor list of it with a cutoff of exactly {@link #cutoff()}
     * @return the features, with the derivatives that are offered; for one thread
     * @throws DataException if the structure has an element that the descriptor does not know
     */
    DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList neighbors);

    /**
     * A deterministic model of the cost of the features of one atom, in floating-point operations; what a search minimizes instead of
     * noisy timings.
     *
     * @param neighbors average number of neighbors within the cutoff
     * @param elements number of different elements in the data
     * @return operations per atom
     */
    double operationsPerAtom(double neighbors, int elements);

    /**
     * Features of every atom, with a neighbor list made for the purpose.
     *
     * @param structure a structure
     * @return the features, with the derivatives that are offered; for one thread
     * @throws DataException if the structure has an element that the descriptor does not know
     */
    default DescriptorEvaluation evaluate(AtomicStructure structure) {
        return evaluate(structure, NeighborList.build(structure, cutoff()));
    }
}
