package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.descriptor.BlockDescriptor;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.multipole.probe.RadialProbe;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.List;
import java.util.Set;

/** A GMP descriptor that says what its features are made of: a block is the moments of one radial probe. */
public final class BlockGmpDescriptor implements BlockDescriptor {
    private final GmpDescriptor whole;
    private final DensitySource density;
    private final RadialBasis radial;
    private final AngularBasis angular;
    private final boolean compact;
    private final CutoffFunction cutoff;
    private final KernelChoice choice;
    private final String origin;
    private final MomentInvariants invariants;
    private final MomentBlocks moments;
    private final int momentCount;

    /**
     * @param density the densities
     * @param radial the radial probes
     * @param angular the angular probes
     * @param family the invariants
     * @param cutoff the cutoff
     * @param choice which implementation of the sums over neighbors
     * @param origin identifies density, angular probes and cutoff
     */
    public BlockGmpDescriptor(
            DensitySource density,
            RadialBasis radial,
            AngularBasis angular,
            InvariantFamily family,
            CutoffFunction cutoff,
            KernelChoice choice,
            String origin) {
        whole = new GmpDescriptor(density, radial, angular, family, cutoff, choice);
        this.density = density;
        this.radial = radial;
        this.angular = angular;
        this.compact = family.usesWeightedProductsOnly();
        this.cutoff = cutoff;
        this.choice = choice;
        this.origin = origin;
        MomentLayout layout = MomentLayout.of(compact ? angular.compact() : angular, radial);
        invariants = family.bind(layout);
        moments = new MomentBlocks(layout);
        momentCount = layout.size();
    }

    @Override
    public List<String> blockKeys() {
        return radial.probes().stream()
                .map(probe -> origin + ", compact " + compact + ", " + key(probe))
                .toList();
    }

    private static String key(RadialProbe probe) {
        GaussianMixture expansion = probe.expansion();
        StringBuilder key = new StringBuilder();
        for (int k = 0; k < expansion.size(); k++) {
            key.append(expansion.amplitude(k))
                    .append(" exp ")
                    .append(expansion.exponent(k))
                    .append(", ");
        }
        return key.toString();
    }

    @Override
    public int blockWidth() {
        return momentCount / radial.probes().size();
    }

    @Override
    public Descriptor blocks(List<Integer> which) {
        List<RadialProbe> some =
                which.stream().map(index -> radial.probes().get(index)).toList();
        return new GmpDescriptor(density, () -> some, angular, MomentBlocks.family(compact), cutoff, choice);
    }

    @Override
    public void combine(double[] blocks, double[] features, int offset) {
        double[] ordered = new double[momentCount];
        moments.restore(blocks, ordered);
        invariants.evaluate(ordered, features, offset);
    }

    @Override
    public double cutoff() {
        return whole.cutoff();
    }

    @Override
    public List<String> features() {
        return whole.features();
    }

    @Override
    public Set<DescriptorProperty> properties() {
        return whole.properties();
    }

    @Override
    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList neighbors) {
        return whole.evaluate(structure, neighbors);
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return whole.operationsPerAtom(neighbors, elements);
    }
}
