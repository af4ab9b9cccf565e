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
    private final int[] offsets;
    private final int[] neighbors;
    private final double[] vectors;
    private final double[] distances;

    NeighborList(double cutoff, int[] offsets, int[] neighbors, double[] vectors, double[] distances) {
        this.cutoff = cutoff;
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

    /** @return number of centres */
    public int centers() {
        return offsets.length - 1;
    }

    /** @return number of ordered pairs */
    public int pairs() {
        return neighbors.length;
    }

    /**
     * @param center i
     * @return index of its first pair
     */
    public int begin(int center) {
        return offsets[center];
    }

    /**
     * @param center i
     * @return one past the index of its last pair
     */
    public int end(int center) {
        return offsets[center + 1];
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
