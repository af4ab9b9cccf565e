package io.github.gmp.probes.moment;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.neighbor.NeighborList;

import java.util.Arrays;

/**
 * The neighbors of one center, laid out for kernels: by species, near ones first where there are many, in arrays whose sections are padded
 * to whole blocks of lanes. All neighbors of a block are of one species, that is, have the same density. Padding lanes have a weight of zero and harmless numbers. Scratch
 * memory that is loaded for one center after the other; used by one thread.
 */
public final class CenterNeighbors {
    /** With fewer neighbors, sorting by distance costs more than it saves. */
    private static final int SORT_FROM = 64;

    private static final int DISTANCE_BINS = 32;

    private final CutoffFunction cutoff;
    private final int lanes;
    private final double binsPerSquare;

    private int count;
    private int firstBlock;
    private int endBlock;
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] z = new double[0];
    private double[] square = new double[0];
    private double[] weight = new double[0];
    private double[] weightSlope = new double[0];
    private int[] lane = new int[0];
    private int[] key = new int[0];
    private int[] next = new int[0];
    private OverlapTable[] tables = new OverlapTable[0];
    /** Block s is the first of section s; one entry more than there are sections. */
    private int[] sectionBlock = new int[1];

    private double[] nearest = new double[0];

    /**
     * @param cutoff the cutoff function
     * @param lanes number of lanes of a block
     */
    public CenterNeighbors(CutoffFunction cutoff, int lanes) {
        this.cutoff = cutoff;
        this.lanes = lanes;
        binsPerSquare = DISTANCE_BINS / (cutoff.radius() * cutoff.radius());
    }

    /**
     * Takes the neighbors of a center, and selects them all.
     *
     * @param list a neighbor list
     * @param center a center of it
     * @param slotOfAtom number of the species of each atom
     * @param tableOfSlot the radial functions of each species
     * @param withSlopes whether derivatives of the cutoff function are needed too
     */
    public void load(NeighborList list, int center, int[] slotOfAtom, OverlapTable[] tableOfSlot, boolean withSlopes) {
        int begin = list.begin(center);
        count = list.end(center) - begin;
        int slots = tableOfSlot.length;
        int bins = count < SORT_FROM ? 1 : DISTANCE_BINS;
        reserve(count + slots * (lanes - 1), slots * bins);
        if (sectionBlock.length <= slots) {
            sectionBlock = new int[slots + 1];
        }
        Arrays.fill(next, 0, slots * bins, 0);
        for (int n = 0; n < count; n++) {
            int slot = slotOfAtom[list.neighbor(begin + n)];
            int bin = 0;
            if (bins > 1) {
                double r = list.distance(begin + n);
                bin = Math.min((int) (r * r * binsPerSquare), DISTANCE_BINS - 1);
            }
            key[n] = slot * bins + bin;
            next[key[n]]++;
        }
        int lanesUsed = assignLanes(slots, bins, tableOfSlot);
        firstBlock = 0;
        endBlock = lanesUsed / lanes;
        for (int n = 0; n < count; n++) {
            int at = next[key[n]]++;
            lane[n] = at;
            int pair = begin + n;
            double dx = list.dx(pair);
            double dy = list.dy(pair);
            double dz = list.dz(pair);
            x[at] = dx;
            y[at] = dy;
            z[at] = dz;
            square[at] = dx * dx + dy * dy + dz * dz;
            double r = list.distance(pair);
            weight[at] = cutoff.value(r);
            if (withSlopes) {
                weightSlope[at] = r > 0 ? cutoff.derivative(r) / r : 0;
            }
        }
        findNearest();
    }

    /** Turns counts per key into first lanes, sections of species padded to whole blocks. */
    private int assignLanes(int slots, int bins, OverlapTable[] tableOfSlot) {
        int at = 0;
        for (int slot = 0; slot < slots; slot++) {
            int sectionBegin = at;
            sectionBlock[slot] = at / lanes;
            for (int bin = slot * bins; bin < (slot + 1) * bins; bin++) {
                int size = next[bin];
                next[bin] = at;
                at += size;
            }
            int padded = (at + lanes - 1) / lanes * lanes;
            for (; at < padded; at++) {
                x[at] = 0;
                y[at] = 0;
                z[at] = 0;
                // Too far to be the nearest of its block; any finite number will do.
                square[at] = cutoff.radius() * cutoff.radius();
                weight[at] = 0;
                weightSlope[at] = 0;
            }
            for (int block = sectionBegin / lanes; block < padded / lanes; block++) {
                tables[block] = tableOfSlot[slot];
            }
        }
        sectionBlock[slots] = at / lanes;
        return at;
    }

    private void findNearest() {
        for (int block = 0; block < endBlock; block++) {
            double smallest = Double.POSITIVE_INFINITY;
            for (int at = block * lanes; at < (block + 1) * lanes; at++) {
                smallest = Math.min(smallest, square[at]);
            }
            nearest[block] = smallest;
        }
    }

    private void reserve(int lanesNeeded, int keys) {
        if (x.length < lanesNeeded) {
            // Some room to spare: counts of neighbors differ a little between centers.
            int size = (lanesNeeded + lanesNeeded / 4 + lanes - 1) / lanes * lanes;
            x = new double[size];
            y = new double[size];
            z = new double[size];
            square = new double[size];
            weight = new double[size];
            weightSlope = new double[size];
            lane = new int[size];
            key = new int[size];
            tables = new OverlapTable[size / lanes];
            nearest = new double[size / lanes];
        }
        if (next.length < keys) {
            next = new int[keys];
        }
    }

    /** {@return the number of neighbors} */
    public int count() {
        return count;
    }

    /**
     * Restricts what kernels see to the neighbors of one species, until the next call or the next center.
     *
     * @param slot number of the species
     */
    public void select(int slot) {
        firstBlock = sectionBlock[slot];
        endBlock = sectionBlock[slot + 1];
    }

    /** {@return the number of the first selected block} */
    public int firstBlock() {
        return firstBlock;
    }

    /** {@return one past the number of the last selected block} */
    public int endBlock() {
        return endBlock;
    }

    /**
     * {@return its place in the arrays}
     *
     * @param neighbor number of a neighbor, in the order of the neighbor list
     */
    public int lane(int neighbor) {
        return lane[neighbor];
    }

    /**
     * {@return the radial functions of the species of its neighbors}
     *
     * @param block number of a block
     */
    public OverlapTable table(int block) {
        return tables[block];
    }

    /**
     * {@return whether a neighbor of the block is near enough to count for that probe}
     *
     * @param block number of a block
     * @param radial number of a radial probe
     */
    public boolean counts(int block, int radial) {
        return nearest[block] < tables[block].reach(radial);
    }

    /** {@return x of the pair vectors in Å, the live array} */
    public double[] x() {
        return x;
    }

    /** {@return y of the pair vectors in Å, the live array} */
    public double[] y() {
        return y;
    }

    /** {@return z of the pair vectors in Å, the live array} */
    public double[] z() {
        return z;
    }

    /** {@return the squares of the distances in Å², the live array} */
    public double[] square() {
        return square;
    }

    /** {@return f_c(r), 0 in padding lanes, the live array} */
    public double[] weight() {
        return weight;
    }

    /** {@return f_c'(r) / r in Å⁻², 0 at r = 0 and in padding lanes, the live array} */
    public double[] weightSlope() {
        return weightSlope;
    }
}
