package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.mixing.ChannelMixing;
import io.github.gmp.probes.mixing.ChannelShape;
import io.github.gmp.probes.mixing.ChannelsConfig;
import io.github.gmp.probes.mixing.ElementResolution;
import io.github.gmp.probes.mixing.Whitening;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * GMP features of channels: invariants not of the moments μ of single radial probes and the total density, but of linear mixes of the moments
 * of all radial probes and elements, see {@link ChannelMixing}. The mixes are found from training data, see {@link Whitening}; their
 * number, and that of the features, does not depend on the number of elements. Immutable and thread-safe.
 */
public final class ChannelGmpDescriptor implements FittableDescriptor {
    private final DensityProbes probes;
    private final ElementResolution resolution;
    private final ChannelShape shape;
    private final MomentInvariants invariants;
    private final MomentEngine engine;
    private final List<String> labels;
    private final Set<DescriptorProperty> properties;
    private final MultipoleOperations operations;
    private final Optional<MixedMoments> moments;

    /**
     * A descriptor that is to be fitted.
     *
     * @param density the densities of the elements, or of species told apart by a column of the structure
     * @param radial the radial probes
     * @param angular the angular probes
     * @param family the invariants
     * @param cutoff the cutoff
     * @param channels the channels
     * @param choice which implementation of the sums over neighbors
     */
    public ChannelGmpDescriptor(
            DensitySource density,
            RadialBasis radial,
            AngularBasis angular,
            InvariantFamily family,
            CutoffFunction cutoff,
            ChannelsConfig channels,
            KernelChoice choice) {
        AngularBasis needed = family.usesWeightedProductsOnly() ? angular.compact() : angular;
        probes = new DensityProbes(density, radial, needed, cutoff, choice);
        resolution = channels.elements();
        shape = new ChannelShape(probes.layout(), channels.count());
        invariants = family.bind(shape.mixed());
        labels = DensityProbes.labels(invariants);
        properties = probes.properties(invariants);
        engine = probes.engine(shape.mixed().size());
        operations = probes.operations(labels.size());
        moments = Optional.empty();
    }

    private ChannelGmpDescriptor(ChannelGmpDescriptor unfitted, ChannelMixing mixing) {
        probes = unfitted.probes;
        resolution = unfitted.resolution;
        shape = unfitted.shape;
        invariants = unfitted.invariants;
        engine = unfitted.engine;
        labels = unfitted.labels;
        properties = unfitted.properties;
        operations = unfitted.operations;
        moments = Optional.of(new MixedMoments(engine, mixing, shape.mixed().size()));
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
    public boolean isFitted() {
        return moments.isPresent();
    }

    private MixedMoments fitted() {
        return moments.orElseThrow(
                () -> new IllegalStateException("a descriptor with channels must be fitted before it is used"));
    }

    @Override
    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList neighbors) {
        MixedMoments mixed = fitted();
        probes.requireFitting(structure, neighbors);
        return new GmpEvaluation(engine, mixed, invariants, neighbors, probes.slots(structure, mixed.mixing()::part));
    }

    @Override
    public FittableDescriptor fit(List<AtomicStructure> training, TaskRunner runner) {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        training.forEach(structure -> elements.addAll(structure.elements()));
        Optional<List<Element>> parts =
                resolution == ElementResolution.RESOLVED ? Optional.of(List.copyOf(elements)) : Optional.empty();
        TrainingMoments raw = new TrainingMoments(probes, parts);
        ChannelMixing mixing = Whitening.fit(
                shape, parts, training.size(), (s, consumer) -> raw.forEachAtom(training.get(s), consumer), runner);
        return new ChannelGmpDescriptor(this, mixing);
    }

    @Override
    public ModelState state() {
        return ChannelStates.of(fitted().mixing(), shape);
    }

    /** @throws DataException if the state is not one of a descriptor with these orders, radial probes and channels */
    @Override
    public FittableDescriptor restore(ModelState state) {
        return new ChannelGmpDescriptor(this, ChannelStates.mixing(state, shape, resolution));
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        int parts = resolution == ElementResolution.RESOLVED ? elements : 1;
        return operations.perAtom(neighbors) + 2.0 * parts * shape.rawMoments() * shape.channels();
    }
}
