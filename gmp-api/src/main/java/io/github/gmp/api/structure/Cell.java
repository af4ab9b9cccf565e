package io.github.gmp.api.structure;

import io.github.gmp.api.error.DataException;

import java.util.Arrays;

/**
 * Lattice vectors (rows, Å) and the axes along which the structure repeats. Any shape and handedness; axes that are not periodic may
 * have a zero vector.
 */
public final class Cell {
    private static final Cell NONE = new Cell(new double[9], new boolean[3]);
    /** Volumes relative to the product of the edge lengths below this are taken as singular. */
    private static final double SINGULAR = 1e-10;

    private final double[] rows;
    private final boolean[] periodic;

    private Cell(double[] rows, boolean[] periodic) {
        this.rows = rows;
        this.periodic = periodic;
    }

    /** {@return the cell without a lattice: not periodic} */
    public static Cell none() {
        return NONE;
    }

    /**
     * {@return the cell of three lattice vectors}
     *
     * @param rows the three lattice vectors, row-major, 9 numbers in Å
     * @param periodicA whether the structure repeats along the first vector
     * @param periodicB the second
     * @param periodicC the third
     * @throws DataException if a number is not finite or the periodic vectors are zero or linearly dependent
     */
    public static Cell of(double[] rows, boolean periodicA, boolean periodicB, boolean periodicC) {
        if (rows.length != 9) {
            throw new DataException("a cell needs 9 numbers, got " + rows.length);
        }
        for (double value : rows) {
            if (!Double.isFinite(value)) {
                throw new DataException("the cell has a value that is not finite: " + Arrays.toString(rows));
            }
        }
        Cell cell = new Cell(rows.clone(), new boolean[] {periodicA, periodicB, periodicC});
        if (cell.isPeriodic()) {
            cell.completed();
        }
        return cell;
    }

    /**
     * {@return a component of a lattice vector in Å}
     *
     * @param vector index of a lattice vector
     * @param axis 0, 1, 2 for x, y, z
     */
    public double get(int vector, int axis) {
        return rows[3 * vector + axis];
    }

    /** {@return the lattice vectors, row-major, a copy} */
    public double[] rows() {
        return rows.clone();
    }

    /**
     * {@return whether the structure repeats along a lattice vector}
     *
     * @param vector index of a lattice vector
     */
    public boolean periodic(int vector) {
        return periodic[vector];
    }

    /** {@return whether the structure repeats along any axis} */
    public boolean isPeriodic() {
        return periodic[0] || periodic[1] || periodic[2];
    }

    /** {@return whether the structure repeats along all three axes, so that volume and stress are defined} */
    public boolean isFullyPeriodic() {
        return periodic[0] && periodic[1] && periodic[2];
    }

    /** {@return whether there are no lattice vectors at all} */
    public boolean isEmpty() {
        return Arrays.stream(rows).allMatch(v -> v == 0);
    }

    /** {@return the volume |a · (b × c)| in Å³} */
    public double volume() {
        return Math.abs(determinant(rows));
    }

    /**
     * {@return the strained cell}
     *
     * @param strain ε, {@code [3][3]} row-major; each vector a becomes a + ε a
     */
    public Cell strained(double[] strain) {
        double[] result = rows.clone();
        for (int v = 0; v < 9; v += 3) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    result[v + a] += strain[3 * a + b] * rows[v + b];
                }
            }
        }
        return new Cell(result, periodic.clone());
    }

    /**
     * Three linearly independent vectors: those of the periodic axes as they are, the others replaced by unit vectors normal to them
     * where they are zero or dependent.
     *
     * @return row-major vectors in Å
     * @throws DataException if the periodic vectors are zero or linearly dependent
     */
    public double[] completed() {
        double[] result = rows.clone();
        for (int v = 0; v < 3; v++) {
            if (!periodic[v]) {
                Arrays.fill(result, 3 * v, 3 * v + 3, 0);
            }
        }
        for (int v = 0; v < 3; v++) {
            if (!periodic[v]) {
                double[] normal = normalTo(result, (v + 1) % 3, (v + 2) % 3);
                System.arraycopy(normal, 0, result, 3 * v, 3);
            }
        }
        double edges = length(result, 0) * length(result, 1) * length(result, 2);
        if (!(Math.abs(determinant(result)) > SINGULAR * edges)) {
            throw new DataException(
                    "singular cell: the lattice vectors of the periodic axes are zero or linearly dependent: "
                            + Arrays.toString(rows));
        }
        return result;
    }

    private static double[] normalTo(double[] vectors, int p, int q) {
        boolean hasP = length(vectors, p) > 0;
        boolean hasQ = length(vectors, q) > 0;
        double[] normal;
        if (hasP && hasQ) {
            normal = cross(vectors, p, vectors, q);
        } else {
            // Normal to the one vector given (or to nothing): start from the Cartesian axis it points along least.
            int given = hasP ? p : q;
            int least = 0;
            for (int a = 1; a < 3; a++) {
                if (Math.abs(vectors[3 * given + a]) < Math.abs(vectors[3 * given + least])) {
                    least = a;
                }
            }
            double[] axis = new double[3];
            axis[least] = 1;
            normal = hasP || hasQ ? cross(vectors, given, axis, 0) : axis;
        }
        double length = length(normal, 0);
        for (int a = 0; a < 3; a++) {
            normal[a] = length > 0 ? normal[a] / length : 0;
        }
        return normal;
    }

    private static double[] cross(double[] u, int i, double[] w, int j) {
        int p = 3 * i;
        int q = 3 * j;
        return new double[] {
            u[p + 1] * w[q + 2] - u[p + 2] * w[q + 1],
            u[p + 2] * w[q] - u[p] * w[q + 2],
            u[p] * w[q + 1] - u[p + 1] * w[q]
        };
    }

    private static double length(double[] vectors, int v) {
        return Math.sqrt(vectors[3 * v] * vectors[3 * v]
                + vectors[3 * v + 1] * vectors[3 * v + 1]
                + vectors[3 * v + 2] * vectors[3 * v + 2]);
    }

    private static double determinant(double[] m) {
        double[] bc = cross(m, 1, m, 2);
        return m[0] * bc[0] + m[1] * bc[1] + m[2] * bc[2];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell c && Arrays.equals(rows, c.rows) && Arrays.equals(periodic, c.periodic);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rows) + Arrays.hashCode(periodic);
    }

    @Override
    public String toString() {
        return "Cell[rows=" + Arrays.toString(rows) + ", periodic=" + Arrays.toString(periodic) + "]";
    }
}
