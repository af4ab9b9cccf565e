package io.github.gmp.api.neighbor;

import io.github.gmp.api.structure.AtomicStructure;

/**
 * The atoms of a structure, wrapped into its (reduced) cell, followed by all periodic images that can be within the cutoff of one of
 * them. With the images written out, a search needs to know nothing of cells.
 */
final class PeriodicImages {
    /** Share of a lattice vector by which images are taken too many rather than too few. */
    private static final double ROUNDING = 1e-9;
    /** Three coordinates, an atom's number and its bin, before and after sorting. */
    private static final int BYTES_PER_IMAGE = 64;

    private final int atoms;
    private final double[] lattice;
    private final boolean[] periodic = new boolean[3];
    /** Where the wrapped atoms are in units of the lattice vectors, {@code [atoms][3]}; empty without periodic axes. */
    private final double[] fractional;

    /** The images needed lie between these, in units of each lattice vector. */
    private final double[] lowest = new double[3];

    private final double[] highest = new double[3];

    /** Number of places: the atoms themselves, then images. */
    final int count;

    final double[] x;
    final double[] y;
    final double[] z;
    /** Which atom each place belongs to. */
    final int[] atomOf;

    PeriodicImages(AtomicStructure structure, double cutoff, ListMemory memory) {
        atoms = structure.size();
        boolean isPeriodic = structure.cell().isPeriodic() && atoms > 0;
        lattice = isPeriodic ? ReducedLattice.of(structure.cell()) : new double[0];
        fractional = new double[isPeriodic ? 3 * atoms : 0];
        double[] shifts = new double[fractional.length];
        double places = atoms;
        if (isPeriodic) {
            findShifts(structure, shifts);
            findReach(cutoff);
            places = countImages();
            memory.requireImages(atoms, cutoff, places, BYTES_PER_IMAGE);
        }
        x = new double[(int) places];
        y = new double[(int) places];
        z = new double[(int) places];
        atomOf = new int[(int) places];
        placeAtoms(structure, shifts);
        count = isPeriodic ? placeImages() : atoms;
    }

    /** Whole lattice vectors that take each atom into the cell, and its fractional coordinates there. */
    private void findShifts(AtomicStructure structure, double[] shifts) {
        double[] inverse = inverse(lattice);
        for (int v = 0; v < 3; v++) {
            periodic[v] = structure.cell().periodic(v);
            lowest[v] = Double.POSITIVE_INFINITY;
            highest[v] = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < atoms; i++) {
                double s = structure.position(i, 0) * inverse[v]
                        + structure.position(i, 1) * inverse[3 + v]
                        + structure.position(i, 2) * inverse[6 + v];
                double cells = periodic[v] ? Math.floor(s) : 0;
                shifts[3 * i + v] = -cells;
                fractional[3 * i + v] = s - cells;
                lowest[v] = Math.min(lowest[v], s - cells);
                highest[v] = Math.max(highest[v], s - cells);
            }
        }
    }

    /** |d| < cutoff means that d has less than cutoff / (distance of the lattice planes) along each lattice vector. */
    private void findReach(double cutoff) {
        double[] inverse = inverse(lattice);
        for (int v = 0; v < 3; v++) {
            double planesPerLength = Math.sqrt(
                    inverse[v] * inverse[v] + inverse[3 + v] * inverse[3 + v] + inverse[6 + v] * inverse[6 + v]);
            double reach = cutoff * planesPerLength * (1 + ROUNDING) + ROUNDING;
            lowest[v] -= reach;
            highest[v] += reach;
        }
    }

    private double firstShift(int i, int v) {
        return periodic[v] ? Math.ceil(lowest[v] - fractional[3 * i + v]) : 0;
    }

    private double lastShift(int i, int v) {
        return periodic[v] ? Math.floor(highest[v] - fractional[3 * i + v]) : 0;
    }

    /** Includes the atoms themselves, whose shift is zero. */
    private double countImages() {
        double images = 0;
        for (int i = 0; i < atoms; i++) {
            double product = 1;
            for (int v = 0; v < 3; v++) {
                product *= lastShift(i, v) - firstShift(i, v) + 1;
            }
            images += product;
        }
        return images;
    }

    private void placeAtoms(AtomicStructure structure, double[] shifts) {
        for (int i = 0; i < atoms; i++) {
            x[i] = structure.position(i, 0);
            y[i] = structure.position(i, 1);
            z[i] = structure.position(i, 2);
            atomOf[i] = i;
        }
        for (int i = 0; 3 * i < shifts.length; i++) {
            place(i, i, shifts[3 * i], shifts[3 * i + 1], shifts[3 * i + 2]);
        }
    }

    private int placeImages() {
        int next = atoms;
        for (int i = 0; i < atoms; i++) {
            double endA = lastShift(i, 0);
            double endB = lastShift(i, 1);
            double firstB = firstShift(i, 1);
            double endC = lastShift(i, 2);
            double firstC = firstShift(i, 2);
            for (double a = firstShift(i, 0); a <= endA; a++) {
                for (double b = firstB; b <= endB; b++) {
                    for (double c = firstC; c <= endC; c++) {
                        if (a != 0 || b != 0 || c != 0) {
                            place(next++, i, a, b, c);
                        }
                    }
                }
            }
        }
        return next;
    }

    private void place(int image, int i, double a, double b, double c) {
        x[image] = x[i] + (a * lattice[0] + b * lattice[3] + c * lattice[6]);
        y[image] = y[i] + (a * lattice[1] + b * lattice[4] + c * lattice[7]);
        z[image] = z[i] + (a * lattice[2] + b * lattice[5] + c * lattice[8]);
        atomOf[image] = i;
    }

    private static double[] inverse(double[] m) {
        double c00 = m[4] * m[8] - m[5] * m[7];
        double c01 = m[5] * m[6] - m[3] * m[8];
        double c02 = m[3] * m[7] - m[4] * m[6];
        double determinant = m[0] * c00 + m[1] * c01 + m[2] * c02;
        return new double[] {
            c00 / determinant,
            (m[2] * m[7] - m[1] * m[8]) / determinant,
            (m[1] * m[5] - m[2] * m[4]) / determinant,
            c01 / determinant,
            (m[0] * m[8] - m[2] * m[6]) / determinant,
            (m[2] * m[3] - m[0] * m[5]) / determinant,
            c02 / determinant,
            (m[1] * m[6] - m[0] * m[7]) / determinant,
            (m[0] * m[4] - m[1] * m[3]) / determinant
        };
    }
}
