package io.github.gmp.api.descriptor;

import io.github.gmp.api.neighbor.NeighborList;

/**
 * A vector in the space of geometries of one structure: one number per coordinate and per component of the strain. It
 * serves as a tangent (a displacement field with a strain) and as a cotangent (the gradient of an energy).
 *
 * <p>A strain ε moves r_a to r_a + Σ_b ε_ab r_b, atoms and cell alike, so a pair vector d changes by v_j − v_i + ε d. ε
 * is not symmetrized. Stress = (∂E/∂ε) / V.
 */
public final class GeometryVector {
    private final double[] positions;
    private final double[] strain;

    /**
     * Wraps the arrays without copying; the caller gives up the right to change them.
     *
     * @param positions {@code [atoms][3]} flattened
     * @param strain {@code [3][3]} row-major
     */
    public GeometryVector(double[] positions, double[] strain) {
        if (positions.length % 3 != 0 || strain.length != 9) {
            throw new IllegalArgumentException("a geometry vector needs 3 numbers per atom and 9 of strain, got "
                    + positions.length + " and " + strain.length);
        }
        this.positions = positions;
        this.strain = strain;
    }

    /**
     * A displacement field without strain.
     *
     * @param positions {@code [atoms][3]} flattened
     * @return the vector
     */
    public static GeometryVector displacement(double[] positions) {
        return new GeometryVector(positions, new double[9]);
    }

    /** {@return the number of atoms} */
    public int atoms() {
        return positions.length / 3;
    }

    /** {@return {@code [atoms][3]} flattened, the live array, not to be written to} */
    public double[] positions() {
        return positions;
    }

    /** {@return {@code [3][3]} row-major, the live array, not to be written to} */
    public double[] strain() {
        return strain;
    }

    /**
     * {@return the part of these atoms, in this order, with the same strain}
     *
     * @param atoms numbers of some atoms
     */
    public GeometryVector of(int[] atoms) {
        double[] part = new double[3 * atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            System.arraycopy(positions, 3 * atoms[i], part, 3 * i, 3);
        }
        return new GeometryVector(part, strain);
    }

    /**
     * {@return the scalar product over positions and strain}
     *
     * @param other a vector of as many atoms
     */
    public double dot(GeometryVector other) {
        double sum = 0;
        for (int i = 0; i < positions.length; i++) {
            sum += positions[i] * other.positions[i];
        }
        for (int i = 0; i < 9; i++) {
            sum += strain[i] * other.strain[i];
        }
        return sum;
    }

    /**
     * The change of a pair vector d = r_j − r_i + shift under this tangent, v_j − v_i + ε d.
     *
     * @param list the neighbor list
     * @param center i
     * @param pair index of the pair in the list
     * @param result receives the three components
     */
    public void pairTangent(NeighborList list, int center, int pair, double[] result) {
        int i = 3 * center;
        int j = 3 * list.neighbor(pair);
        double x = list.dx(pair);
        double y = list.dy(pair);
        double z = list.dz(pair);
        for (int a = 0; a < 3; a++) {
            result[a] = positions[j + a]
                    - positions[i + a]
                    + strain[3 * a] * x
                    + strain[3 * a + 1] * y
                    + strain[3 * a + 2] * z;
        }
    }

    /** Collects ∂E/∂d of pair vectors into a gradient: the transpose of {@link #pairTangent}. */
    public static final class Accumulator {
        private final double[] positions;
        private final double[] strain = new double[9];

        /**
         * Makes a sum of nothing.
         *
         * @param atoms number of atoms
         */
        public Accumulator(int atoms) {
            positions = new double[3 * atoms];
        }

        /**
         * Adds the gradient by one pair vector: +g to the neighbor, −g to the center, g ⊗ d to the strain.
         *
         * @param list the neighbor list
         * @param center i
         * @param pair index of the pair in the list
         * @param gx ∂E/∂d_x
         * @param gy ∂E/∂d_y
         * @param gz ∂E/∂d_z
         */
        public void add(NeighborList list, int center, int pair, double gx, double gy, double gz) {
            int i = 3 * center;
            int j = 3 * list.neighbor(pair);
            positions[j] += gx;
            positions[j + 1] += gy;
            positions[j + 2] += gz;
            positions[i] -= gx;
            positions[i + 1] -= gy;
            positions[i + 2] -= gz;
            double x = list.dx(pair);
            double y = list.dy(pair);
            double z = list.dz(pair);
            strain[0] += gx * x;
            strain[1] += gx * y;
            strain[2] += gx * z;
            strain[3] += gy * x;
            strain[4] += gy * y;
            strain[5] += gy * z;
            strain[6] += gz * x;
            strain[7] += gz * y;
            strain[8] += gz * z;
        }

        /** {@return the gradient; the accumulator must not be used afterwards} */
        public GeometryVector result() {
            return new GeometryVector(positions, strain);
        }
    }
}
