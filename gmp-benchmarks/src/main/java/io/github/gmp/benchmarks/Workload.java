package io.github.gmp.benchmarks;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The fixed structures of the benchmarks. They never change, so that figures of different versions can be compared. */
public enum Workload {
    /** One aspirin molecule, C9H8O4, all 21 atoms within any usual cutoff. */
    ASPIRIN {
        @Override
        public AtomicStructure structure() {
            return ASPIRIN_MOLECULE;
        }
    },
    /** Copper, fcc, 4 x 4 x 4 cubic cells of 3.615 Å (256 atoms), displaced by up to 0.05 Å. */
    COPPER {
        @Override
        public AtomicStructure structure() {
            return copper(4);
        }
    };

    private static final AtomicStructure ASPIRIN_MOLECULE = aspirin();

    /** {@return the structure} */
    public abstract AtomicStructure structure();

    /**
     * {@return what it runs on: aspirin for W1 and W2, copper for W3 and W4}
     *
     * @param workload name of a workload, see {@link WorkloadDescriptors}
     */
    static Workload structureOf(String workload) {
        return workload.startsWith("w1") || workload.startsWith("w2") ? ASPIRIN : COPPER;
    }

    /** Idealized: two carbon shells, oxygens outside, hydrogens at the rim; distances as in the molecule, fixed for ever. */
    private static AtomicStructure aspirin() {
        double[][] carbons = {
            {0.00, 1.39, 0.0},
            {1.20, 0.70, 0.0},
            {1.20, -0.70, 0.0},
            {0.00, -1.39, 0.0},
            {-1.20, -0.70, 0.0},
            {-1.20, 0.70, 0.0},
            {-2.48, 1.45, 0.1},
            {2.80, 2.10, 1.2},
            {3.95, 2.95, 0.8}
        };
        double[][] oxygens = {{-3.55, 0.90, 0.3}, {-2.42, 2.80, -0.1}, {2.35, 1.42, 0.2}, {2.30, 2.00, 2.3}};
        double[][] hydrogens = {
            {0.00, 2.48, -0.1}, {2.14, -1.24, 0.0}, {0.00, -2.48, 0.1}, {-2.14, -1.24, 0.0},
            {-3.32, 3.15, 0.0}, {4.20, 3.62, 1.6}, {3.70, 3.50, -0.1}, {4.80, 2.30, 0.6}
        };
        Element[] elements = new Element[21];
        double[] positions = new double[63];
        int atom = 0;
        for (double[] place : carbons) {
            elements[atom] = Element.C;
            System.arraycopy(place, 0, positions, 3 * atom++, 3);
        }
        for (double[] place : oxygens) {
            elements[atom] = Element.O;
            System.arraycopy(place, 0, positions, 3 * atom++, 3);
        }
        for (double[] place : hydrogens) {
            elements[atom] = Element.H;
            System.arraycopy(place, 0, positions, 3 * atom++, 3);
        }
        return new AtomicStructure(elements, positions, Cell.none());
    }

    /**
     * {@return fcc copper with small random displacements, the same every time}
     *
     * @param cells cubic cells along each axis
     */
    static AtomicStructure copper(int cells) {
        double edge = 3.615;
        double[][] basis = {{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}};
        int atoms = 4 * cells * cells * cells;
        SplittableRandom random = new SplittableRandom(256);
        double[] positions = new double[3 * atoms];
        int next = 0;
        for (int i = 0; i < cells * cells * cells; i++) {
            int[] cell = {i / (cells * cells), i / cells % cells, i % cells};
            for (double[] place : basis) {
                for (int a = 0; a < 3; a++) {
                    positions[next++] = edge * (cell[a] + place[a]) + random.nextDouble(-0.05, 0.05);
                }
            }
        }
        Element[] elements = new Element[atoms];
        Arrays.fill(elements, Element.Cu);
        double length = cells * edge;
        double[] rows = {length, 0, 0, 0, length, 0, 0, 0, length};
        return new AtomicStructure(elements, positions, Cell.of(rows, true, true, true));
    }
}
