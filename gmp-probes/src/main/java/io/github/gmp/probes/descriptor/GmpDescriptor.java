package io.github.gmp.probes.descriptor;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.invariant.MomentInvariants;
import io.github.gmp.api.invariant.MomentLayout;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.probe.AngularBasis;
import io.github.gmp.api.probe.RadialBasis;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gaussian multipole features (Lei and Medford, arXiv:2102.02390): the electron density of the surroundings, a sum of atomic densities,
 * seen by probes G(r) P(r) at each atom,
 *
 * <pre>μ_{i,c,σ} = Σ_j ∫ ρ_j(r − (r_j − r_i)) G_σ(r) P_c(r) dr · f_c(r_ij),   features = invariants of μ_i,</pre>
 *
 * <p>where j runs over the centre itself (f_c(0)) and all neighbors, images included. All overlaps are closed-form, see {@link MomentPlan}.
 * The number of features does not depend on the number of elements. Immutable and thread-safe.
 */
public final class GmpDescriptor implements Descriptor {
    private final CutoffFunction cutoff;
    private final MomentPlan plan;
    private final MomentInvariants invariants;
    private final Map<Element, OverlapTable> tables = new EnumMap<>(Element.class);
    private final List<String> labels;
    private final Set<DescriptorProperty> properties;
    private final OperationCount operations;

    /**
     * @param density the densities of the elements
     * @param radial the radial probes
     * @param angular the angular probes
     * @param family the invariants
     * @param cutoff the cutoff
     * @throws IllegalArgumentException if two features have the same label: labels of probes must be distinct
     */
    public GmpDescriptor(
            DensitySource density,
            RadialBasis radial,
            AngularBasis angular,
            InvariantFamily family,
            CutoffFunction cutoff) {
        this.cutoff = cutoff;
        MomentLayout layout = MomentLayout.of(angular, radial);
        plan = new MomentPlan(layout);
        invariants = family.bind(layout);
        labels = List.copyOf(invariants.labels());
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (!seen.add(label)) {
                throw new IllegalArgumentException("two features have the label '" + label + "'");
            }
        }
        for (Element element : density.elements()) {
            tables.put(element, new OverlapTable(density.density(element), layout.radial(), plan.channels()));
        }
        properties = properties(invariants, cutoff);
        double componentsPerOrder =
                layout.componentCount() / (double) layout.angular().size();
        operations = new OperationCount(plan, tables.values(), labels.size(), componentsPerOrder);
    }

    private static Set<DescriptorProperty> properties(MomentInvariants invariants, CutoffFunction cutoff) {
        Set<DescriptorProperty> result = EnumSet.noneOf(DescriptorProperty.class);
        if (invariants.rotationInvariant()) {
            result.add(DescriptorProperty.ROTATION_INVARIANT);
        }
        if (cutoff.continuousDerivatives() >= 1) {
            result.add(DescriptorProperty.SMOOTH_AT_CUTOFF);
        }
        return Collections.unmodifiableSet(result);
    }

    @Override
    public double cutoff() {
        return cutoff.radius();
    }

    @Override
    public List<String> features() {
        return labels;
    }

    @Override
    public Set<DescriptorProperty> properties() {
        return properties;
    }

    @Override
    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList neighbors) {
        if (neighbors.cutoff() != cutoff() || neighbors.centers() != structure.size()) {
            throw new IllegalArgumentException("a neighbor list of " + structure.size() + " atoms with a cutoff of "
                    + cutoff() + " Å is needed, got one of " + neighbors.centers() + " atoms with " + neighbors.cutoff()
                    + " Å");
        }
        OverlapTable[] ofAtoms = new OverlapTable[structure.size()];
        for (int i = 0; i < ofAtoms.length; i++) {
            OverlapTable table = tables.get(structure.element(i));
            if (table == null) {
                throw new DataException(
                        "atom " + (i + 1) + " is " + structure.element(i).symbol()
                                + ", for which the density source of the descriptor has no density; it has "
                                + tables.keySet().stream().map(Element::symbol).collect(Collectors.joining(" ")));
            }
            ofAtoms[i] = table;
        }
        return new GmpEvaluation(plan, invariants, cutoff, neighbors, ofAtoms);
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return operations.perAtom(neighbors);
    }
}
