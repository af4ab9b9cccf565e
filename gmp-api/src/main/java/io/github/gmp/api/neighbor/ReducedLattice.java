package io.github.gmp.api.neighbor;

import io.github.gmp.api.structure.Cell;

/**
 * The same lattice by shorter vectors: as long as a periodic vector becomes shorter by adding a multiple of another, it is replaced. A
 * very skewed cell would otherwise have far more images within reach than atoms near it.
 */
final class ReducedLattice {
    /** Shortening by less than this is rounding and might go on forever. */
    private static final double WORTHWHILE = 1 - 1e-9;

    private ReducedLattice() {}

    /**
     * {@return three vectors, row-major in Å; those of axes that are not periodic as {@link Cell#completed()} has them}
     *
     * @param cell a cell
     */
    static double[] of(Cell cell) {
        double[] vectors = cell.completed();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int v = 0; v < 3; v++) {
                for (int w = 0; w < 3; w++) {
                    if (v != w && cell.periodic(v) && cell.periodic(w)) {
                        changed |= shorten(vectors, 3 * v, 3 * w);
                    }
                }
            }
        }
        return vectors;
    }

    private static boolean shorten(double[] vectors, int v, int w) {
        double length = dot(vectors, v, v);
        double multiple = Math.rint(dot(vectors, v, w) / dot(vectors, w, w));
        if (multiple == 0) {
            return false;
        }
        double[] shorter = new double[3];
        double newLength = 0;
        for (int a = 0; a < 3; a++) {
            shorter[a] = vectors[v + a] - multiple * vectors[w + a];
            newLength += shorter[a] * shorter[a];
        }
        if (newLength >= length * WORTHWHILE) {
            return false;
        }
        System.arraycopy(shorter, 0, vectors, v, 3);
        return true;
    }

    private static double dot(double[] vectors, int v, int w) {
        return vectors[v] * vectors[w] + vectors[v + 1] * vectors[w + 1] + vectors[v + 2] * vectors[w + 2];
    }
}
