package io.github.gmp.probes.moment.vector;

import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.MomentPlan;
import io.github.gmp.probes.moment.PairFunctions;
import io.github.gmp.toolkit.kernel.vector.Lanes;

import java.util.Arrays;

/**
 * A few blocks of neighbors of one center and what is computed for them. Scratch memory, used by one thread and filled again and again; small
 * enough for the first-level cache.
 */
final class MomentTile {
    static final int L = Lanes.COUNT;
    /** Blocks of a tile. */
    static final int BLOCKS = 8;

    /** One block more than the tile has: rows a power of two apart would fall into the same few cache sets. */
    static final int STRIDE = (BLOCKS + 1) * L;
    /** Radial probes whose functions are multiplied with the same angular functions at a time. */
    static final int GROUP = 3;

    final int radials;
    final int channels;
    final int functionCount;
    /** First angular function of each channel. */
    final int[] firstFunction;
    /** Number of angular functions of each channel. */
    final int[] functionsOfChannel;
    /** First sum of each channel, in rows of {@link #radials}. */
    final int[] channelOffsets;

    /** Angular functions, {@code [function][lane of the tile]}. */
    final double[] values;
    /** Their changes, or the derivative of the energy by them, {@code [function][lane of the tile]}. */
    final double[] functionWeights;
    /** Radial functions, {@code [probe of the group][channel][lane of the tile]}. */
    final double[] radial;
    /** Changes of radial functions, or Σ_c w_c Y_c, {@code [probe of the group][channel][lane of the tile]}. */
    final double[] radialWeights;
    /** Per lane of the tile: Σ R' w Y, or x·v. */
    final double[] along = new double[STRIDE];
    /** Σ w ∇Y, {@code [component][lane of the tile]}. */
    final double[] gradient = new double[3 * STRIDE];

    /** The blocks of the tile within reach of a group of radial probes, as lanes of the tile. */
    final int[] reached = new int[BLOCKS];

    int reachedCount;

    /** The center at work; set before anything else is done with the tile. */
    @SuppressWarnings("NullAway.Init")
    CenterNeighbors neighbors;
    /** A vector per lane of the center: the gradient, or the tangent. */
    double[] vectorX = new double[0];

    double[] vectorY = new double[0];
    double[] vectorZ = new double[0];

    /** First block of the tile. */
    int block;
    /** Lanes of the tile. */
    int size;
    /** First radial probe of the group. */
    int firstRadial;
    /** Radial probes of the group. */
    int group;

    MomentTile(MomentPlan plan) {
        PairFunctions plain = plan.functions();
        radials = plan.radials();
        channels = plan.channels().size();
        channelOffsets = plan.channelOffsets();
        int[] degrees = plan.degrees();
        firstFunction = Arrays.stream(degrees).map(plain::offset).toArray();
        functionsOfChannel = Arrays.stream(degrees).map(plain::count).toArray();
        functionCount = plain.size();
        values = new double[functionCount * STRIDE];
        functionWeights = new double[functionCount * STRIDE];
        radial = new double[GROUP * channels * STRIDE];
        radialWeights = new double[GROUP * channels * STRIDE];
    }

    /** {@return the first lane of the tile among those of the center} */
    int from() {
        return block * L;
    }

    void setVectors(double[] x, double[] y, double[] z) {
        vectorX = x;
        vectorY = y;
        vectorZ = z;
    }

    /** Finds the blocks that a probe of the group reaches. */
    void findReached() {
        reachedCount = 0;
        for (int lane = 0; lane < size; lane += L) {
            boolean any = false;
            for (int s = firstRadial; s < firstRadial + group; s++) {
                any |= neighbors.counts(block + lane / L, s);
            }
            reached[reachedCount] = lane;
            reachedCount += any ? 1 : 0;
        }
    }
}
