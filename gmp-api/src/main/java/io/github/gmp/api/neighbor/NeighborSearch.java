package io.github.gmp.api.neighbor;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.Objects;
import java.util.Optional;

/**
 * The atoms of a structure sorted by place, ready to list the neighbors of any range of centers. A range has the same pairs in the same
 * order with the same bits as the list of all centers has in its rows.
 *
 * <p>Within a center, neighbors are ordered by bins of space (x, then y, then z), within a bin by atom and image. Immutable and
 * thread-safe: several threads may list ranges of one search.
 */
public final class NeighborSearch {
    /** Up to so many centers, room is made for all that can be near. */
    private static final int FEW_CENTERS = 64;
    /** Otherwise room for as many pairs per center as an evenly spaced sample has, and some more. */
    private static final int SAMPLE = 16;

    private static final double SAFETY = 1.08;

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

    /** {@return the cutoff in Å} */
    public double cutoff() {
        return cutoff;
    }

    /** {@return the number of atoms of the structure} */
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
     * {@return the neighbors of all atoms}
     *
     * @throws DataException if the list would not fit into memory; never is more allocated than is allowed
     */
    public NeighborList list() {
        return list(0, atoms);
    }

    /**
     * {@return the neighbors of some of the centers}
     *
     * @param first the first center
     * @param end one past the last center
     * @throws IndexOutOfBoundsException if this is not a range of atoms
     * @throws DataException if the list would not fit into memory; never is more allocated than is allowed
     */
    public NeighborList list(int first, int end) {
        Objects.checkFromToIndex(first, end, atoms);
        long guess = guessPairs(first, end);
        Optional<NeighborList> list = memory.holds(guess) ? fill(first, end, (int) guess) : Optional.empty();
        if (list.isPresent()) {
            return list.get();
        }
        long pairs = pairs(first, end);
        memory.requirePairs(end - first, cutoff, pairs);
        return fill(first, end, (int) pairs).orElseThrow();
    }

    /** A number that is rarely too small: counting all pairs first would cost a third of the time. */
    private long guessPairs(int first, int end) {
        int centers = end - first;
        BinRuns runs = new BinRuns();
        long pairs = 0;
        if (centers <= FEW_CENTERS) {
            for (int i = first; i < end; i++) {
                places.findRuns(i, runs);
                pairs += runs.places;
            }
            return pairs;
        }
        for (int k = 0; k < SAMPLE; k++) {
            pairs += count(first + (int) ((long) k * centers / SAMPLE), runs);
        }
        return (long) ((double) pairs / SAMPLE * centers * SAFETY);
    }

    private long count(int center, BinRuns runs) {
        places.findRuns(center, runs);
        int self = places.placeOf[center];
        long pairs = 0;
        for (int r = 0; r < runs.count; r++) {
            pairs += countNear(self, runs.from[r], runs.to[r]);
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
            near += isNear(dx * dx + dy * dy + dz * dz, places.limit);
        }
        return near;
    }

    /** 1 for a square below the limit, else 0, from the sign: at the surface of the sphere a branch would be mispredicted. */
    private static int isNear(double square, double limit) {
        return (int) (Double.doubleToRawLongBits(square - limit) >>> (Long.SIZE - 1));
    }

    /** {@return the list, unless it has more pairs than there is room for} */
    private Optional<NeighborList> fill(int first, int end, int room) {
        // One more than needed: candidates that turn out to be too far are written before they are rejected.
        int[] neighbors = new int[room + 1];
        double[] dx = new double[room + 1];
        double[] dy = new double[room + 1];
        double[] dz = new double[room + 1];
        int[] offsets = new int[end - first + 1];
        BinRuns runs = new BinRuns();
        int next = 0;
        for (int i = first; i < end; i++) {
            places.findRuns(i, runs);
            if (runs.places > room - next && count(i, runs) > room - next) {
                return Optional.empty();
            }
            int self = places.placeOf[i];
            for (int r = 0; r < runs.count; r++) {
                next = fillNear(self, runs.from[r], runs.to[r], next, neighbors, dx, dy, dz);
            }
            offsets[i - first + 1] = next;
        }
        return Optional.of(new NeighborList(cutoff, atoms, first, offsets, neighbors, dx, dy, dz));
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
        int[] atomOf = places.atomOf;
        double limit = places.limit;
        double cx = x[self];
        double cy = y[self];
        double cz = z[self];
        int next = offset;
        for (int k = from; k < to; k++) {
            double dx = x[k] - cx;
            double dy = y[k] - cy;
            double dz = z[k] - cz;
            // Written always, kept by moving on.
            neighbors[next] = atomOf[k];
            resultX[next] = dx;
            resultY[next] = dy;
            resultZ[next] = dz;
            next += isNear(dx * dx + dy * dy + dz * dz, limit);
        }
        return next;
    }
}
