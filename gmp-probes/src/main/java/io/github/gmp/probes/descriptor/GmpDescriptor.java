package io.github.gmp.probes.descriptor;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.density.SpeciesIndex;
import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.invariant.MomentInvariants;
import io.github.gmp.api.invariant.MomentLayout;
import io.github.gmp.api.kernel.KernelChoice;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.probe.AngularBasis;
import io.github.gmp.api.probe.RadialBasis;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.probes.moment.MomentPlan;
import io.github.gmp.probes.moment.OverlapTable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    private final MomentEngine engine;
    private final SpeciesIndex species;
    /** By number of the species. */
    private final OverlapTable[] tables;

    private final List<String> labels;
    private final Set<DescriptorProperty> properties;
    private final OperationCount operations;

    /**
     * @param density the densities of the elements, or of species told apart by a column of the structure
     * @param radial the radial probes
     * @param angular the angular probes
     * @param family the invariants
     * @param cutoff the cutoff
     * @param choice which implementation of the sums over neighbors
     * @throws IllegalArgumentException if two features have the same label: labels of probes must be distinct
     */
    public GmpDescriptor(
            DensitySource density,
            RadialBasis radial,
            AngularBasis angular,
            InvariantFamily family,
            CutoffFunction cutoff,
            KernelChoice choice) {
        this.cutoff = cutoff;
        AngularBasis needed = family.usesWeightedProductsOnly() ? angular.compact() : angular;
        MomentLayout layout = MomentLayout.of(needed, radial);
        MomentPlan plan = new MomentPlan(layout);
        MomentInvariants invariants = family.bind(layout);
        engine = new MomentEngine(plan, invariants, cutoff, choice);
        labels = List.copyOf(invariants.labels());
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (!seen.add(label)) {
                throw new IllegalArgumentException("two features have the label '" + label + "'");
            }
        }
        species = new SpeciesIndex(density);
        tables = species.species().stream()
                .map(one -> new OverlapTable(density.density(one), layout.radial(), plan.channels(), cutoff.radius()))
                .toArray(OverlapTable[]::new);
        properties = properties(invariants, cutoff);
        double componentsPerOrder =
                layout.componentCount() / (double) layout.angular().size();
        operations = new OperationCount(plan, List.of(tables), labels.size(), componentsPerOrder);
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
        if (neighbors.cutoff() != cutoff() || neighbors.atoms() != structure.size()) {
            throw new IllegalArgumentException("a neighbor list of " + structure.size() + " atoms with a cutoff of "
                    + cutoff() + " Å is needed, got one of " + neighbors.atoms() + " atoms with " + neighbors.cutoff()
                    + " Å");
        }
        int[] slotOfAtom = species.of(structure);
        int[] slotOfSpecies = new int[tables.length];
        List<OverlapTable> tableOfSlot = new ArrayList<>();
        for (int i = 0; i < slotOfAtom.length; i++) {
            int number = slotOfAtom[i];
            // Slots count from 1 here, 0 is a species that was not met before.
            if (slotOfSpecies[number] == 0) {
                tableOfSlot.add(tables[number]);
                slotOfSpecies[number] = tableOfSlot.size();
            }
            slotOfAtom[i] = slotOfSpecies[number] - 1;
        }
        return new GmpEvaluation(engine, neighbors, slotOfAtom, tableOfSlot.toArray(OverlapTable[]::new));
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return operations.perAtom(neighbors);
    }
}
