package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.neighbor.NeighborList;

import java.util.Arrays;

/**
 * The neighbors of one center, by radial channel, in arrays whose sections are padded to whole blocks of lanes; padding lanes have a weight
 * of zero and harmless numbers. Everything that depends on one pair only is computed once: radial functions and e_η with their slopes, the
 * weight of the neighbor included, so that products over a triplet carry the product of the weights. Scratch memory that is loaded for
 * one center after the other; used by one thread.
 *
 * <p>A neighbor at the very place of the center has no direction: its 1/r counts as zero, hence cos θ = 0, and it has no derivative.
 */
public final class CenterEnvironment {
    private final CutoffFunction cutoff;
    private final int lanes;

    private int count;
    private int capacity;
    private int[] sectionBegin = new int[1];
    private int[] sectionCount = new int[0];
    private int[] lane = new int[0];
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] z = new double[0];
    private double[] square = new double[0];
    private double[] distance = new double[0];
    private double[] inverse = new double[0];
    private double[] weight = new double[0];
    private double[] cutoffValue = new double[0];
    private double[] cutoffSlope = new double[0];
    private double[] radial = new double[0];
    private double[] radialSlopes = new double[0];
    private double[] screened = new double[0];
    private double[] screenedSlopes = new double[0];

    /**
     * @param cutoff the cutoff function
     * @param lanes number of lanes of a block
     */
    CenterEnvironment(CutoffFunction cutoff, int lanes) {
        this.cutoff = cutoff;
        this.lanes = lanes;
    }

    /** Takes the neighbors of a center: geometry, weights and cutoff functions; the rest is the kernel's. */
    void load(
            NeighborList list,
            int center,
            int[] slotOfAtom,
            NeighborChannels channels,
            CenterPlan plan,
            boolean withSlopes) {
        int begin = list.begin(center);
        count = list.end(center) - begin;
        int sections = channels.radialChannels();
        reserve(count + sections * (lanes - 1), sections, plan);
        Arrays.fill(sectionCount, 0, sections, 0);
        for (int n = 0; n < count; n++) {
            sectionCount[channels.radialChannel(slotOfAtom[list.neighbor(begin + n)])]++;
        }
        for (int section = 0; section < sections; section++) {
            int end = sectionBegin[section] + sectionCount[section];
            sectionBegin[section + 1] = (end + lanes - 1) / lanes * lanes;
            for (int at = end; at < sectionBegin[section + 1]; at++) {
                pad(at);
            }
            sectionCount[section] = 0;
        }
        for (int n = 0; n < count; n++) {
            int pair = begin + n;
            int slot = slotOfAtom[list.neighbor(pair)];
            int section = channels.radialChannel(slot);
            int at = sectionBegin[section] + sectionCount[section]++;
            lane[n] = at;
            x[at] = list.dx(pair);
            y[at] = list.dy(pair);
            z[at] = list.dz(pair);
            square[at] = x[at] * x[at] + y[at] * y[at] + z[at] * z[at];
            double r = list.distance(pair);
            distance[at] = r;
            inverse[at] = r > 0 ? 1 / r : 0;
            weight[at] = channels.weight(slot);
            if (radialFunctionsNeeded(plan)) {
                cutoffValue[at] = cutoff.value(r);
                cutoffSlope[at] = withSlopes ? cutoff.derivative(r) : 0;
            }
        }
    }

    private static boolean radialFunctionsNeeded(CenterPlan plan) {
        return plan.radial().length > 0;
    }

    private void pad(int at) {
        x[at] = 0;
        y[at] = 0;
        z[at] = 0;
        square[at] = 0;
        distance[at] = 0;
        inverse[at] = 0;
        weight[at] = 0;
        cutoffValue[at] = 0;
        cutoffSlope[at] = 0;
    }

    private void reserve(int lanesNeeded, int sections, CenterPlan plan) {
        if (capacity < lanesNeeded) {
            // Some room to spare: counts of neighbors differ a little between centers.
            capacity = (lanesNeeded + lanesNeeded / 4 + lanes - 1) / lanes * lanes;
            lane = new int[capacity];
            x = new double[capacity];
            y = new double[capacity];
            z = new double[capacity];
            square = new double[capacity];
            distance = new double[capacity];
            inverse = new double[capacity];
            weight = new double[capacity];
            cutoffValue = new double[capacity];
            cutoffSlope = new double[capacity];
        }
        if (sectionCount.length < sections) {
            sectionCount = new int[sections];
            sectionBegin = new int[sections + 1];
        }
        if (radial.length < plan.radial().length * capacity) {
            radial = new double[plan.radial().length * capacity];
            radialSlopes = new double[radial.length];
        }
        if (screened.length < plan.screened().length * capacity) {
            screened = new double[plan.screened().length * capacity];
            screenedSlopes = new double[screened.length];
        }
    }

    /** @return number of neighbors */
    public int count() {
        return count;
    }

    /** @return length of a row of the arrays with several rows */
    public int capacity() {
        return capacity;
    }

    /**
     * @param neighbor number of a neighbor, in the order of the neighbor list
     * @return its place in the arrays
     */
    public int lane(int neighbor) {
        return lane[neighbor];
    }

    /**
     * @param section a radial channel
     * @return the lane of its first neighbor
     */
    public int begin(int section) {
        return sectionBegin[section];
    }

    /**
     * @param section a radial channel
     * @return number of its neighbors, padding not counted
     */
    public int count(int section) {
        return sectionCount[section];
    }

    /**
     * @param sections number of radial channels
     * @return number of lanes in use, padding included
     */
    public int lanesUsed(int sections) {
        return sectionBegin[sections];
    }

    /** @return x of the pair vectors in Å, the live array */
    public double[] x() {
        return x;
    }

    /** @return y of the pair vectors in Å, the live array */
    public double[] y() {
        return y;
    }

    /** @return z of the pair vectors in Å, the live array */
    public double[] z() {
        return z;
    }

    /** @return squares of the distances in Å², the live array */
    public double[] square() {
        return square;
    }

    /** @return distances in Å, the live array */
    public double[] distance() {
        return distance;
    }

    /** @return 1/r in Å⁻¹, 0 at r = 0, the live array */
    public double[] inverse() {
        return inverse;
    }

    /** @return weights of the neighbors, 0 in padding lanes, the live array */
    public double[] weight() {
        return weight;
    }

    /** @return f_c(r), the live array; loaded only if there are radial functions */
    public double[] cutoffValue() {
        return cutoffValue;
    }

    /** @return df_c/dr in Å⁻¹, the live array; loaded only if there are radial functions */
    public double[] cutoffSlope() {
        return cutoffSlope;
    }

    /** @return w R(r) f_c(r), {@code [radial function][lane]}, the live array that kernels fill */
    public double[] radial() {
        return radial;
    }

    /** @return derivatives of {@link #radial()} by r, the live array that kernels fill */
    public double[] radialSlopes() {
        return radialSlopes;
    }

    /** @return w e_η(r²), {@code [η][lane]}, the live array that kernels fill */
    public double[] screened() {
        return screened;
    }

    /** @return derivatives of {@link #screened()} by r², the live array that kernels fill */
    public double[] screenedSlopes() {
        return screenedSlopes;
    }
}
