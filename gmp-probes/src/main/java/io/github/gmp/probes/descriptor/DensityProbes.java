package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.Species;
import io.github.gmp.api.multipole.density.SpeciesIndex;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.multipole.probe.RadialProbe;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.moment.MomentPlan;
import io.github.gmp.probes.moment.OverlapTable;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToIntFunction;

/** Densities, probes and cutoff of a GMP descriptor, ready for sums over neighbors. Immutable and thread-safe. */
final class DensityProbes {
    private final CutoffFunction cutoff;
    private final KernelChoice choice;
    private final MomentLayout layout;
    private final MomentPlan plan;
    private final SpeciesIndex species;
    private final List<RadialProbe> probes;
    /** By number of the species. */
    private final List<GaussianMixture> densities;
    /**
     * By number of the species, made when first met: data have a few of the many that a source knows, and a table takes as long to make as
     * the features of some structures.
     */
    private final AtomicReferenceArray<OverlapTable> tables;

    DensityProbes(
            DensitySource density,
            RadialBasis radial,
            AngularBasis angular,
            CutoffFunction cutoff,
            KernelChoice choice) {
        this.cutoff = cutoff;
        this.choice = choice;
        layout = MomentLayout.of(angular, radial);
        plan = new MomentPlan(layout);
        species = new SpeciesIndex(density);
        probes = List.copyOf(radial.probes());
        densities = species.species().stream().map(density::density).toList();
        tables = new AtomicReferenceArray<>(densities.size());
    }

    private OverlapTable table(int number) {
        OverlapTable known = tables.get(number);
        if (known != null) {
            return known;
        }
        // Two threads may both make it; they make the same.
        OverlapTable made = new OverlapTable(densities.get(number), probes, plan.channels(), cutoff.radius());
        return tables.compareAndSet(number, null, made) ? made : tables.get(number);
    }

    double cutoff() {
        return cutoff.radius();
    }

    MomentLayout layout() {
        return layout;
    }

    /** An engine for workspaces with room for as many moments as invariants are formed of. */
    MomentEngine engine(int momentCount) {
        return new MomentEngine(plan, momentCount, cutoff, choice);
    }

    /**
     * @throws IllegalArgumentException if two features have the same label
     */
    static List<String> labels(MomentInvariants invariants) {
        List<String> labels = List.copyOf(invariants.labels());
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (!seen.add(label)) {
                throw new IllegalArgumentException("two features have the label '" + label + "'");
            }
        }
        return labels;
    }

    Set<DescriptorProperty> properties(MomentInvariants invariants) {
        Set<DescriptorProperty> result = EnumSet.noneOf(DescriptorProperty.class);
        if (invariants.rotationInvariant()) {
            result.add(DescriptorProperty.ROTATION_INVARIANT);
        }
        if (cutoff.continuousDerivatives() >= 1) {
            result.add(DescriptorProperty.SMOOTH_AT_CUTOFF);
        }
        return Collections.unmodifiableSet(result);
    }

    /** What features of such moments cost, without channels. */
    MultipoleOperations operations(int features) {
        double componentsPerOrder =
                layout.componentCount() / (double) layout.angular().size();
        int perGaussian =
                probes.stream().mapToInt(probe -> probe.expansion().size()).sum();
        double exponentials = densities.stream()
                .mapToInt(density -> density.size() * perGaussian)
                .average()
                .orElse(0);
        return new MultipoleOperations(plan, exponentials, features, componentsPerOrder);
    }

    void requireFitting(AtomicStructure structure, NeighborList neighbors) {
        if (neighbors.cutoff() != cutoff() || neighbors.atoms() != structure.size()) {
            throw new IllegalArgumentException("a neighbor list of " + structure.size() + " atoms with a cutoff of "
                    + cutoff() + " Å is needed, got one of " + neighbors.atoms() + " atoms with " + neighbors.cutoff()
                    + " Å");
        }
    }

    /**
     * {@return its species}
     *
     * @param structure a structure
     * @param partOfElement part of the density that an element belongs to
     * @throws DataException if it has an atom that the density source does not know
     */
    StructureSpecies slots(AtomicStructure structure, ToIntFunction<Element> partOfElement) {
        int[] slotOfAtom = species.of(structure);
        int[] slotOfSpecies = new int[tables.length()];
        List<OverlapTable> tableOfSlot = new ArrayList<>();
        List<Integer> partOfSlot = new ArrayList<>();
        for (int i = 0; i < slotOfAtom.length; i++) {
            int number = slotOfAtom[i];
            // Slots count from 1 here, 0 is a species that was not met before.
            if (slotOfSpecies[number] == 0) {
                Species one = species.species().get(number);
                tableOfSlot.add(table(number));
                partOfSlot.add(partOfElement.applyAsInt(one.element()));
                slotOfSpecies[number] = tableOfSlot.size();
            }
            slotOfAtom[i] = slotOfSpecies[number] - 1;
        }
        return new StructureSpecies(
                slotOfAtom,
                tableOfSlot.toArray(OverlapTable[]::new),
                partOfSlot.stream().mapToInt(Integer::intValue).toArray());
    }
}
