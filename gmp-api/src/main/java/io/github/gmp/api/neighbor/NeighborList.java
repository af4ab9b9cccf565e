package io.github.gmp.api.neighbor;

import io.github.gmp.api.structure.AtomicStructure;

/**
 * All ordered pairs i → j closer than a cutoff, periodic images included, grouped by centre i.
 *
 * <p>d = r_j − r_i + shift · cell, |d| &lt; cutoff. An atom's own images are neighbors; the atom itself (d = 0, no shift) is
 * not: descriptors that count the centre add it themselves. Different atoms at the same place are neighbors with d = 0.
 * The order within a centre is fixed by the geometry alone.
 */
public final class NeighborList {
    private final double cutoff;
    private final int atoms;
    private final int firstCenter;
    private final int[] offsets;
    private final int[] neighbors;
    private final double[] vectors;
    private final double[] distances;

    NeighborList(
            double cutoff,
            int atoms,
            int firstCenter,
            int[] offsets,
            int[] neighbors,
            double[] vectors,
            double[] distances) {
        this.cutoff = cutoff;
        this.atoms = atoms;
        this.firstCenter = firstCenter;
        this.offsets = offsets;
        this.neighbors = neighbors;
        this.vectors = vectors;
        this.distances = distances;
    }

    /**
     * Finds all pairs, in time proportional to the number of atoms plus pairs.
     *
     * @param structure a structure; any cell, atoms may lie outside it
     * @param cutoff in Å, positive
     * @return the list
     * @throws IllegalArgumentException if the cutoff is not positive and finite
     */
    public static NeighborList build(AtomicStructure structure, double cutoff) {
        return new CellListBuilder(structure, cutoff).build();
    }

    /** @return the cutoff in Å */
    public double cutoff() {
        return cutoff;
    }

    /** @return number of centres in this list; their numbers run from {@link #firstCenter()} to {@link #endCenter()} − 1 */
    public int centers() {
        return offsets.length - 1;
    }

    /** @return the atom that is the first centre of this list; 0 unless the list was made for a part of the structure */
    public int firstCenter() {
        return firstCenter;
    }

    /** @return one past the atom that is the last centre of this list */
    public int endCenter() {
        return firstCenter + centers();
    }

    /** @return number of atoms of the structure; that of centres unless the list was made for a part of it */
    public int atoms() {
        return atoms;
    }

    /** @return number of ordered pairs */
    public int pairs() {
        return neighbors.length;
    }

    /**
     * @param center i, the number of an atom
     * @return index of its first pair
     */
    public int begin(int center) {
        return offsets[center - firstCenter];
    }

    /**
     * @param center i, the number of an atom
     * @return one past the index of its last pair
     */
    public int end(int center) {
        return offsets[center - firstCenter + 1];
    }

    /**
     * @param pair index of a pair
     * @return j
     */
    public int neighbor(int pair) {
        return neighbors[pair];
    }

    /**
     * @param pair index of a pair
     * @return x of d in Å
     */
    public double dx(int pair) {
        return vectors[3 * pair];
    }

    /**
     * @param pair index of a pair
     * @return y of d in Å
     */
    public double dy(int pair) {
        return vectors[3 * pair + 1];
    }

    /**
     * @param pair index of a pair
     * @return z of d in Å
     */
    public double dz(int pair) {
        return vectors[3 * pair + 2];
    }

    /**
     * @param pair index of a pair
     * @return |d| in Å
     */
    public double distance(int pair) {
        return distances[pair];
    }
}
