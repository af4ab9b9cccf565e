package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;
import io.github.gmp.bp.symmetry.vector.SymmetryVectorKernels;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Atom-centered symmetry functions G1 … G5 (Behler and Parrinello, doi:10.1103/PhysRevLett.98.146401; Behler,
 * doi:10.1063/1.3553717). Features are ordered sort → neighbor element or pair → function as configured; a feature that the element of a
 * center does not use is 0.
 */
public final class BehlerParrinelloDescriptor implements Descriptor {
    private final SymmetryFunctionLayout layout;
    private final CutoffFunction cutoff;
    private final SymmetryEngine engine;
    private final SymmetryOperations operations;

    /**
     * @param elements the elements that structures may have, as centers and as neighbors; at least one
     * @param pairing how the elements of neighbors are told apart
     * @param cutoff f_c
     * @param shared the functions of centers whose element has no set of its own
     * @param ownSets sets of single center elements, all of them among {@code elements}
     * @param kernel which implementation of the loops runs
     * @throws IllegalArgumentException if there are no elements, or a set belongs to an element that is not among them
     */
    public BehlerParrinelloDescriptor(
            Collection<Element> elements,
            Pairing pairing,
            CutoffFunction cutoff,
            FunctionSet shared,
            Map<Element, FunctionSet> ownSets,
            KernelChoice kernel) {
        if (elements.isEmpty() || !elements.containsAll(ownSets.keySet())) {
            throw new IllegalArgumentException(
                    "sets of functions for " + ownSets.keySet() + " do not fit the elements " + elements);
        }
        this.cutoff = cutoff;
        layout = new SymmetryFunctionLayout(new NeighborChannels(elements, pairing), shared, ownSets, cutoff.radius());
        CutoffTable table = new CutoffTable(cutoff);
        engine = new SymmetryEngine(
                layout, table, kernel.isVector() ? SymmetryVectorKernels.create() : SymmetryKernel.scalar());
        operations = new SymmetryOperations(layout, table);
    }

    @Override
    public double cutoff() {
        return cutoff.radius();
    }

    @Override
    public List<String> features() {
        return layout.labels();
    }

    @Override
    public Set<DescriptorProperty> properties() {
        Set<DescriptorProperty> properties = EnumSet.of(DescriptorProperty.ROTATION_INVARIANT);
        if (cutoff.continuousDerivatives() >= 1) {
            properties.add(DescriptorProperty.SMOOTH_AT_CUTOFF);
        }
        return properties;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Different atoms at the same place: cos θ counts as 0 where a direction is undefined, and the undefined directions carry no
     * derivative; all numbers stay finite.
     *
     * @throws DataException if the structure has an element that is not among those of the descriptor
     * @throws IllegalArgumentException if the neighbor list belongs to another structure or cutoff
     */
    @Override
    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList neighbors) {
        if (neighbors.cutoff() != cutoff.radius() || neighbors.atoms() != structure.size()) {
            throw new IllegalArgumentException("a neighbor list of " + structure.size() + " atoms with cutoff "
                    + cutoff.radius() + " Å was expected, got one of " + neighbors.atoms() + " atoms with cutoff "
                    + neighbors.cutoff() + " Å");
        }
        return new SymmetryFunctionEvaluation(engine, neighbors, slots(structure));
    }

    private int[] slots(AtomicStructure structure) {
        NeighborChannels channels = layout.channels();
        int[] slots = new int[structure.size()];
        for (int atom = 0; atom < slots.length; atom++) {
            Element element = structure.element(atom);
            if (!channels.isListed(element)) {
                throw new DataException("atom " + (atom + 1) + " is " + element.symbol()
                        + ", but the descriptor behler-parrinello was set up for the elements "
                        + channels.elements().stream().map(Element::symbol).collect(Collectors.joining(", "))
                        + "; add " + element.symbol() + " to its key 'elements'");
            }
            slots[atom] = channels.slot(element);
        }
        return slots;
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return operations.perAtom(neighbors);
    }

    @Override
    public String toString() {
        return "behler-parrinello[" + features().size() + " features, cutoff " + cutoff.radius() + " Å, "
                + layout.channels().elements() + "]";
    }
}
