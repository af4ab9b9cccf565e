package io.github.gmp.testkit;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random structures without symmetry, with no atoms too close and no pair at the very cutoff (where a hard one jumps). */
public final class RandomStructures {
    private static final double SHORTEST = 0.8;
    private static final double CUTOFF_GAP = 0.01;
    private static final int TRIES = 10_000;

    private RandomStructures() {}

    /**
     * A molecule of some extent.
     *
     * @param elements elements to choose from; each occurs if there are enough atoms
     * @param atoms number of atoms
     * @param cutoff the cutoff that no pair may be near, Å
     * @param random source of randomness
     * @return the structure
     */
    public static AtomicStructure molecule(List<Element> elements, int atoms, double cutoff, RandomGenerator random) {
        double box = 1.6 * Math.cbrt(atoms) + 0.5;
        double[] rows = {box, 0, 0, 0, box, 0, 0, 0, box};
        return draw(elements, atoms, rows, false, cutoff, random);
    }

    /**
     * A periodic structure in a skewed cell that is smaller than most cutoffs.
     *
     * @param elements elements to choose from; each occurs if there are enough atoms
     * @param atoms number of atoms
     * @param cutoff the cutoff that no pair may be near, Å
     * @param random source of randomness
     * @return the structure
     */
    public static AtomicStructure crystal(List<Element> elements, int atoms, double cutoff, RandomGenerator random) {
        double a = 2.2 * Math.cbrt(atoms);
        double[] rows = {a, 0.2, -0.1, 0.4, 1.1 * a, 0.3, -0.3, 0.5, 0.95 * a};
        return draw(elements, atoms, rows, true, cutoff, random);
    }

    private static AtomicStructure draw(
            List<Element> elements, int atoms, double[] rows, boolean periodic, double cutoff, RandomGenerator random) {
        Element[] chosen = new Element[atoms];
        for (int i = 0; i < atoms; i++) {
            chosen[i] = elements.get(i % elements.size());
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            // The size varies too: images of one atom may be exactly a cutoff apart.
            double size = random.nextDouble(0.95, 1.15);
            double[] scaled = Arrays.stream(rows).map(v -> v * size).toArray();
            double[] positions = new double[3 * atoms];
            for (int i = 0; i < atoms; i++) {
                double[] s = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
                for (int k = 0; k < 3; k++) {
                    positions[3 * i + k] = s[0] * scaled[k] + s[1] * scaled[3 + k] + s[2] * scaled[6 + k];
                }
            }
            Cell cell = periodic ? Cell.of(scaled, true, true, true) : Cell.none();
            AtomicStructure structure = new AtomicStructure(chosen, positions, cell);
            if (isGeneric(structure, cutoff)) {
                return structure;
            }
        }
        throw new IllegalStateException("no generic structure of " + atoms + " atoms found in " + TRIES + " tries");
    }

    private static boolean isGeneric(AtomicStructure structure, double cutoff) {
        NeighborList list = NeighborList.build(structure, cutoff + CUTOFF_GAP);
        for (int pair = 0; pair < list.pairs(); pair++) {
            if (list.distance(pair) < SHORTEST || list.distance(pair) > cutoff - CUTOFF_GAP) {
                return false;
            }
        }
        return true;
    }
}
