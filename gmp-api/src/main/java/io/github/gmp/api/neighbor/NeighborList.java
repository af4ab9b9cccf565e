package io.github.gmp.api.neighbor;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;

/**
 * All ordered pairs i → j closer than a cutoff, periodic images included, grouped by center i; of all atoms, or of a range of centers
 * ({@link NeighborSearch#list(int, int)}).
 *
 * <p>d = r_j − r_i + shift · cell, |d| &lt; cutoff. An atom's own images are neighbors; the atom itself (d = 0, no shift) is
 * not: descriptors that count the center add it themselves. Different atoms at the same place are neighbors with d = 0.
 * The order within a center is fixed by the structure and the cutoff alone. Immutable, as long as the arrays are only read.
 */
public final class NeighborList {
    /** What a pair takes in memory: j and the components of d. */
    public static final int BYTES_PER_PAIR = Integer.BYTES + 3 * Double.BYTES;

    private final double cutoff;
    private final int atoms;
    private final int firstCenter;
    private final int[] offsets;
    private final int[] neighbors;
    private final double[] x;
    private final double[] y;
    private final double[] z;

    /** Wraps the arrays; offsets has one entry more than there are centers, the others have at least as many as there are pairs. */
    NeighborList(
            double cutoff,
            int atoms,
            int firstCenter,
            int[] offsets,
            int[] neighbors,
            double[] x,
            double[] y,
            double[] z) {
        this.cutoff = cutoff;
        this.atoms = atoms;
        this.firstCenter = firstCenter;
        this.offsets = offsets;
        this.neighbors = neighbors;
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /**
     * Finds all pairs, in time proportional to the number of atoms plus pairs.
     *
     * @param structure a structure; any cell, atoms may lie outside it
     * @param cutoff in Å, positive
     * @return the list
     * @throws IllegalArgumentException if the cutoff is not positive and finite
     * @throws DataException if the list would not fit into memory
     */
    public static NeighborList build(AtomicStructure structure, double cutoff) {
        return NeighborSearch.of(structure, cutoff).list();
    }

    /**
     * The same pairs, their atoms numbered anew: the list of a part of the structure.
     *
     * @param newAtoms number of atoms of the part
     * @param newFirstCenter what the first center becomes; the others follow
     * @param newNeighbors j of every pair, kept as it is
     * @return the list
     */
    public NeighborList renumbered(int newAtoms, int newFirstCenter, int[] newNeighbors) {
        return new NeighborList(cutoff, newAtoms, newFirstCenter, offsets, newNeighbors, x, y, z);
    }

    /** {@return the cutoff in Å} */
    public double cutoff() {
        return cutoff;
    }

    /** {@return the number of centers in this list; their numbers run from {@link #firstCenter()} to {@link #endCenter()} − 1} */
    public int centers() {
        return offsets.length - 1;
    }

    /** {@return the atom that is the first center of this list; 0 unless the list was made for a part of the structure} */
    public int firstCenter() {
        return firstCenter;
    }

    /** {@return one past the atom that is the last center of this list} */
    public int endCenter() {
        return firstCenter + centers();
    }

    /** {@return the number of atoms of the structure; that of centers unless the list was made for a part of it} */
    public int atoms() {
        return atoms;
    }

    /** {@return the number of ordered pairs} */
    public int pairs() {
        return offsets[offsets.length - 1];
    }

    /**
     * {@return the index of the first pair of a center}
     *
     * @param center i, the number of an atom
     */
    public int begin(int center) {
        return offsets[center - firstCenter];
    }

    /**
     * {@return one past the index of the last pair of a center}
     *
     * @param center i, the number of an atom
     */
    public int end(int center) {
        return offsets[center - firstCenter + 1];
    }

    /**
     * {@return the neighbor j of a pair}
     *
     * @param pair index of a pair
     */
    public int neighbor(int pair) {
        return neighbors[pair];
    }

    /**
     * {@return the component x of the vector d of a pair in Å}
     *
     * @param pair index of a pair
     */
    public double dx(int pair) {
        return x[pair];
    }

    /**
     * {@return the component y of the vector d of a pair in Å}
     *
     * @param pair index of a pair
     */
    public double dy(int pair) {
        return y[pair];
    }

    /**
     * {@return the component z of the vector d of a pair in Å}
     *
     * @param pair index of a pair
     */
    public double dz(int pair) {
        return z[pair];
    }

    /**
     * The distance is not stored but the root of d_x² + d_y² + d_z², summed in this order; kernels that need only its square should
     * compute that themselves.
     *
     * @param pair index of a pair
     * @return |d| in Å, less than the cutoff
     */
    public double distance(int pair) {
        return Math.sqrt(x[pair] * x[pair] + y[pair] * y[pair] + z[pair] * z[pair]);
    }

    /** {@return the neighbor j of every pair, for kernels: the live array, not to be written to; may be longer than {@link #pairs()}} */
    public int[] neighbors() {
        return neighbors;
    }

    /** {@return the component x of d of every pair in Å, for kernels: the live array, not to be written to; may be longer than {@link #pairs()}} */
    public double[] dx() {
        return x;
    }

    /** {@return the component y of d of every pair in Å, for kernels: the live array, not to be written to; may be longer than {@link #pairs()}} */
    public double[] dy() {
        return y;
    }

    /** {@return the component z of d of every pair in Å, for kernels: the live array, not to be written to; may be longer than {@link #pairs()}} */
    public double[] dz() {
        return z;
    }
}
