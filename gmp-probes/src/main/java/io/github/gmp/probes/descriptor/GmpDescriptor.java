package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.probes.moment.MomentPlan;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.List;
import java.util.Set;

/**
 * Gaussian multipole features (Lei and Medford, arXiv:2102.02390): the electron density of the surroundings, a sum of atomic densities,
 * seen by probes G(r) P(r) at each atom,
 *
 * <pre>μ_{i,c,σ} = Σ_j ∫ ρ_j(r − (r_j − r_i)) G_σ(r) P_c(r) dr · f_c(r_ij),   features = invariants of μ_i,</pre>
 *
 * <p>where j runs over the center itself (f_c(0)) and all neighbors, images included. All overlaps are closed-form, see {@link MomentPlan}.
 * The number of features does not depend on the number of elements. Immutable and thread-safe.
 */
public final class GmpDescriptor implements Descriptor {
    private final DensityProbes probes;
    private final MomentInvariants invariants;
    private final MomentEngine engine;
    private final CenterMoments moments;
    private final List<String> labels;
    private final Set<DescriptorProperty> properties;
    private final MultipoleOperations operations;

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
        AngularBasis needed = family.usesWeightedProductsOnly() ? angular.compact() : angular;
        probes = new DensityProbes(density, radial, needed, cutoff, choice);
        invariants = family.bind(probes.layout());
        labels = DensityProbes.labels(invariants);
        properties = probes.properties(invariants);
        engine = probes.engine(probes.layout().size());
        moments = new TotalMoments(engine);
        operations = probes.operations(labels.size());
    }

    @Override
    public double cutoff() {
        return probes.cutoff();
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
        probes.requireFitting(structure, neighbors);
        return new GmpEvaluation(engine, moments, invariants, neighbors, probes.slots(structure, element -> 0));
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return operations.perAtom(neighbors);
    }
}
