package io.github.gmp.runtime.dataset;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Tells by magnitude whether numbers may be in other units than Å, eV and eV/Å. Bond lengths are compared with covalent radii; energies
 * with those of the free atoms, from which a molecule's total energy differs by less than {@value #ENERGY_TOLERANCE} of itself.
 */
final class UnitCheck {
    private static final double ENERGY_TOLERANCE = 0.03;
    private static final double HARTREE_IN_EV = 27.211386245988;
    private static final double HARTREE_IN_KCAL_PER_MOL = 627.5094740631;
    /** Mean forces on atoms in units of eV/Å stay below this in thermal data; kcal/(mol Å) makes them 23 times larger. */
    private static final double LARGE_MEAN_FORCE = 12;

    private static final double LARGE_FORCE = 50;

    /** Histogram of nearest-neighbor distance over sum of covalent radii, in bins of 0.05: a median without storing all values. */
    private final TreeMap<Integer, Long> bondRatios = new TreeMap<>();

    private long bonds;
    private long hartreeLike;
    private long kcalLike;
    private long energies;
    private long largeForceFrames;

    void add(LabeledStructure frame, NeighborList neighbors) {
        AtomicStructure structure = frame.structure();
        for (int center = 0; center < structure.size(); center++) {
            addNearest(structure, neighbors, center);
        }
        OptionalDouble atoms = ReferenceAtoms.allElectronEnergy(structure);
        if (frame.energy().isPresent() && atoms.isPresent()) {
            energies++;
            double energy = frame.energy().getAsDouble();
            hartreeLike += isNear(energy, atoms.getAsDouble()) ? 1 : 0;
            kcalLike += isNear(energy, atoms.getAsDouble() * HARTREE_IN_KCAL_PER_MOL) ? 1 : 0;
        }
    }

    /** @param largest length of the largest force of a frame, eV/Å */
    void addLargestForce(double largest) {
        largeForceFrames += largest > LARGE_FORCE ? 1 : 0;
    }

    private void addNearest(AtomicStructure structure, NeighborList neighbors, int center) {
        OptionalInt nearest = NearestNeighbor.pair(neighbors, center);
        if (nearest.isEmpty()) {
            return;
        }
        int partner = neighbors.neighbor(nearest.getAsInt());
        OptionalDouble radius = ReferenceAtoms.covalentRadius(structure.element(center));
        OptionalDouble other = ReferenceAtoms.covalentRadius(structure.element(partner));
        if (radius.isPresent() && other.isPresent()) {
            double ratio = neighbors.distance(nearest.getAsInt()) / (radius.getAsDouble() + other.getAsDouble());
            bondRatios.merge((int) (ratio / 0.05), 1L, Long::sum);
            bonds++;
        }
    }

    private static boolean isNear(double energy, double reference) {
        return Math.abs(energy - reference) < ENERGY_TOLERANCE * Math.abs(reference);
    }

    List<String> warnings(double meanForce) {
        List<String> warnings = new ArrayList<>();
        double ratio = medianBondRatio();
        if (bonds > 0 && ratio > 1.6 && ratio < 2.4) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "positions look like bohr: nearest neighbors are %.2f times as far apart as covalent radii say"
                            + " (1 bohr = 0.529177 Å; Å was expected)",
                    ratio));
        } else if (bonds > 0 && ratio < 0.5) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "positions look like nm or fractional coordinates: nearest neighbors are %.2f times as far apart as"
                            + " covalent radii say (Å was expected)",
                    ratio));
        }
        if (2 * hartreeLike > energies) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "energies look like hartree: they are those of the free atoms in hartree within %.0f %%"
                            + " (1 hartree = %.4f eV; eV was expected)",
                    100 * ENERGY_TOLERANCE,
                    HARTREE_IN_EV));
        }
        if (2 * kcalLike > energies) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "energies look like kcal/mol: they are those of the free atoms in kcal/mol within %.0f %%"
                            + " (1 eV = %.4f kcal/mol; eV was expected)",
                    100 * ENERGY_TOLERANCE,
                    HARTREE_IN_KCAL_PER_MOL / HARTREE_IN_EV));
        }
        if (meanForce > LARGE_MEAN_FORCE) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "forces look like kcal/(mol Å): their mean length is %.1f, in eV/Å thermal structures have about 1",
                    meanForce));
        } else if (largeForceFrames > 0) {
            warnings.add(largeForceFrames + " frames have a force above " + (int) LARGE_FORCE
                    + " eV/Å; such frames dominate a fit");
        }
        return warnings;
    }

    private double medianBondRatio() {
        long seen = 0;
        for (var bin : bondRatios.entrySet()) {
            seen += bin.getValue();
            if (2 * seen >= bonds) {
                return 0.05 * (bin.getKey() + 0.5);
            }
        }
        return Double.NaN;
    }
}
