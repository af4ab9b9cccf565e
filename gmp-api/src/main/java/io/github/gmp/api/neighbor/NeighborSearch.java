package io.github.gmp.api.neighbor;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.Objects;

/**
 * The atoms of a structure sorted by place, ready to list the neighbors of any range of centers. A range has the same pairs in the same
 * order with the same bits as the list of all centers has in its rows.
 *
 * <p>Within a center, neighbors are ordered by bins of space (x, then y, then z), within a bin by atom and image. Immutable and
 * thread-safe: several threads may list ranges of one search.
 */
public final class NeighborSearch {
    private final double cutoff;
    private final int atoms;
    private final BinnedAtoms places;
    private final ListMemory memory;

    NeighborSearch(AtomicStructure structure, double cutoff, ListMemory memory) {
        if (!(cutoff > 0) || !Double.isFinite(cutoff)) {
            throw new IllegalArgumentException("a cutoff must be positive and finite, got " + cutoff);
        }
        this.cutoff = cutoff;
        this.memory = memory;
        atoms = structure.size();
        places = new BinnedAtoms(new PeriodicImages(structure, cutoff, memory), atoms, cutoff);
    }

    /**
     * Sorts the atoms, in time and memory proportional to their number (and that of the images within reach).
     *
     * @param structure a structure; any cell, atoms may lie outside it
     * @param cutoff in Å, positive
     * @return the search
     * @throws IllegalArgumentException if the cutoff is not positive and finite
     * @throws DataException if the periodic images within the cutoff would not fit into memory
     */
    public static NeighborSearch of(AtomicStructure structure, double cutoff) {
        return new NeighborSearch(structure, cutoff, ListMemory.ofProcess());
    }

    /** @return the cutoff in Å */
    public double cutoff() {
        return cutoff;
    }

    /** @return number of atoms of the structure */
    public int atoms() {
        return atoms;
    }

    /**
     * The exact number of pairs, for less than half the time of the list and without its memory.
     *
     * @param first the first center
     * @param end one past the last center
     * @return number of ordered pairs i → j with i in the range
     * @throws IndexOutOfBoundsException if this is not a range of atoms
     */
    public long pairs(int first, int end) {
        Objects.checkFromToIndex(first, end, atoms);
        BinRuns runs = new BinRuns();
        long pairs = 0;
        for (int i = first; i < end; i++) {
            pairs += count(i, runs);
        }
        return pairs;
    }

    /**
     * @return the neighbors of all atoms
     * @throws DataException if the list would not fit into memory; nothing has been allocated then
     */
    public NeighborList list() {
        return list(0, atoms);
    }

    /**
     * @param first the first center
     * @param end one past the last center
     * @return the neighbors of these centers
     * @throws IndexOutOfBoundsException if this is not a range of atoms
     * @throws DataException if the list would not fit into memory; nothing has been allocated then
     */
    public NeighborList list(int first, int end) {
        Objects.checkFromToIndex(first, end, atoms);
        BinRuns runs = new BinRuns();
        int[] offsets = new int[end - first + 1];
        long pairs = 0;
        for (int i = first; i < end; i++) {
            pairs += count(i, runs);
            offsets[i - first + 1] = (int) pairs;
        }
        memory.requirePairs(end - first, cutoff, pairs);
        // One more than needed: candidates that turn out to be too far are written before they are rejected.
        int[] neighbors = new int[(int) pairs + 1];
        double[] dx = new double[(int) pairs + 1];
        double[] dy = new double[(int) pairs + 1];
        double[] dz = new double[(int) pairs + 1];
        for (int i = first; i < end; i++) {
            places.findRuns(i, runs);
            fill(places.placeOf[i], runs, offsets[i - first], neighbors, dx, dy, dz);
        }
        return new NeighborList(cutoff, atoms, first, offsets, neighbors, dx, dy, dz);
    }

    private long count(int atom, BinRuns runs) {
        places.findRuns(atom, runs);
        int self = places.placeOf[atom];
        long pairs = 0;
        for (int r = 0; r < runs.count; r++) {
            pairs += runs.inside[r] ? runs.to[r] - runs.from[r] : countNear(self, runs.from[r], runs.to[r]);
        }
        return pairs;
    }

    private int countNear(int self, int from, int to) {
        double[] x = places.x;
        double[] y = places.y;
        double[] z = places.z;
        double cx = x[self];
        double cy = y[self];
        double cz = z[self];
        int near = 0;
        for (int k = from; k < to; k++) {
            double dx = x[k] - cx;
            double dy = y[k] - cy;
            double dz = z[k] - cz;
            near += dx * dx + dy * dy + dz * dz < places.limit ? 1 : 0;
        }
        return near;
    }

    private void fill(int self, BinRuns runs, int offset, int[] neighbors, double[] dx, double[] dy, double[] dz) {
        int next = offset;
        for (int r = 0; r < runs.count; r++) {
            int from = runs.from[r];
            int to = runs.to[r];
            if (runs.inside[r]) {
                System.arraycopy(places.atomOf, from, neighbors, next, to - from);
                subtract(places.x, self, from, to, dx, next);
                subtract(places.y, self, from, to, dy, next);
                subtract(places.z, self, from, to, dz, next);
                next += to - from;
            } else {
                next = fillNear(self, from, to, next, neighbors, dx, dy, dz);
            }
        }
    }

    private static void subtract(double[] coordinates, int self, int from, int to, double[] result, int offset) {
        double center = coordinates[self];
        for (int k = from; k < to; k++) {
            result[offset + k - from] = coordinates[k] - center;
        }
    }

    private int fillNear(
            int self,
            int from,
            int to,
            int offset,
            int[] neighbors,
            double[] resultX,
            double[] resultY,
            double[] resultZ) {
        double[] x = places.x;
        double[] y = places.y;
        double[] z = places.z;
        double cx = x[self];
        double cy = y[self];
        double cz = z[self];
        int next = offset;
        for (int k = from; k < to; k++) {
            double dx = x[k] - cx;
            double dy = y[k] - cy;
            double dz = z[k] - cz;
            // Written always, kept by moving on: no branch to be mispredicted at the surface of the sphere.
            neighbors[next] = places.atomOf[k];
            resultX[next] = dx;
            resultY[next] = dy;
            resultZ[next] = dz;
            next += dx * dx + dy * dy + dz * dz < places.limit ? 1 : 0;
        }
        return next;
    }
}
