package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.neighbor.NeighborList;

/**
 * The neighbors of one centre with everything that depends on one pair only. Scratch memory that is loaded for one centre after the
 * other; neighbors are numbered from 0.
 *
 * <p>The weight of a neighbor is part of its tables, so that the product over a triplet carries the product of the weights. A neighbor
 * at the very place of the centre has no direction: its unit vector is zero, hence it has no derivative.
 */
final class CenterEnvironment {
    private final NeighborList neighbors;
    private final CutoffFunction cutoff;
    private final NeighborChannels channels;
    private final int[] slotOfAtom;

    /** Number of neighbors. */
    int count;
    /** Index of the first pair in the neighbor list. */
    int firstPair;

    int[] slots = new int[0];
    double[] distances = new double[0];
    /** d in Å, {@code [neighbor][3]}. */
    double[] vectors = new double[0];
    /** d / r, {@code [neighbor][3]}. */
    double[] units = new double[0];
    /** w R(r) f_c(r), {@code [neighbor][radial function]}. */
    double[] radial = new double[0];
    /** Derivatives of {@link #radial} by r. */
    double[] radialSlopes = new double[0];
    /** w exp(−η r²) f_c(r), {@code [neighbor][eta]}. */
    double[] gaussians = new double[0];
    /** Derivatives of {@link #gaussians} by r. */
    double[] gaussianSlopes = new double[0];

    CenterEnvironment(NeighborList neighbors, CutoffFunction cutoff, NeighborChannels channels, int[] slotOfAtom) {
        this.neighbors = neighbors;
        this.cutoff = cutoff;
        this.channels = channels;
        this.slotOfAtom = slotOfAtom;
    }

    /**
     * @param center i
     * @param plan what is needed of each pair
     * @param withSlopes whether derivatives are needed too
     */
    void load(int center, CenterPlan plan, boolean withSlopes) {
        firstPair = neighbors.begin(center);
        count = neighbors.end(center) - firstPair;
        reserve(plan);
        for (int n = 0; n < count; n++) {
            int pair = firstPair + n;
            double r = neighbors.distance(pair);
            distances[n] = r;
            slots[n] = slotOfAtom[neighbors.neighbor(pair)];
            vectors[3 * n] = neighbors.dx(pair);
            vectors[3 * n + 1] = neighbors.dy(pair);
            vectors[3 * n + 2] = neighbors.dz(pair);
            double inverse = r > 0 ? 1 / r : 0;
            for (int a = 3 * n; a < 3 * n + 3; a++) {
                units[a] = vectors[a] * inverse;
            }
            double weight = channels.weight(slots[n]);
            double value = weight * cutoff.value(r);
            double slope = withSlopes ? weight * cutoff.derivative(r) : 0;
            tabulateRadial(n, r, value, slope, plan, withSlopes);
            fillGaussians(plan.etas, r, value, slope, gaussians, gaussianSlopes, n * plan.etas.length, withSlopes);
        }
    }

    private void tabulateRadial(
            int n, double r, double cutoffValue, double cutoffSlope, CenterPlan plan, boolean withSlopes) {
        int row = n * plan.radial.length;
        for (int f = 0; f < plan.radial.length; f++) {
            double value = plan.radial[f].value(r);
            radial[row + f] = value * cutoffValue;
            if (withSlopes) {
                radialSlopes[row + f] = plan.radial[f].derivative(r, value) * cutoffValue + value * cutoffSlope;
            }
        }
    }

    /** Writes exp(−η r²) f_c(r) for every η, and its derivative by r. */
    static void fillGaussians(
            double[] etas,
            double r,
            double cutoffValue,
            double cutoffSlope,
            double[] values,
            double[] slopes,
            int offset,
            boolean withSlopes) {
        for (int e = 0; e < etas.length; e++) {
            double gaussian = Math.exp(-etas[e] * r * r);
            values[offset + e] = gaussian * cutoffValue;
            if (withSlopes) {
                slopes[offset + e] = gaussian * (cutoffSlope - 2 * etas[e] * r * cutoffValue);
            }
        }
    }

    private void reserve(CenterPlan plan) {
        if (distances.length < count) {
            slots = new int[count];
            distances = new double[count];
            vectors = new double[3 * count];
            units = new double[3 * count];
        }
        if (radial.length < count * plan.radial.length) {
            radial = new double[count * plan.radial.length];
            radialSlopes = new double[radial.length];
        }
        if (gaussians.length < count * plan.etas.length) {
            gaussians = new double[count * plan.etas.length];
            gaussianSlopes = new double[gaussians.length];
        }
    }
}
