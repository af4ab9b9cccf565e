package io.github.gmp.probes.moment.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.OverlapTable;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/**
 * The radial functions of one radial probe for a tile of neighbors: the exponentials once, shared by all channels. Blocks beyond the reach
 * of the probe are zero. Scratch memory, used by one thread.
 */
final class RadialTile {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    private final int channels;
    private final int stride;
    /** R, {@code [channel][lane of the tile]}. */
    private final double[] plain;
    /** R f_c. */
    private final double[] weighted;
    /** (2 R' f_c + R f_c'/r) x·v. */
    private final double[] changes;
    /** e^{−κ r²}, {@code [exponential of the probe][lane of the tile]}. */
    private double[] exponentials = new double[0];
    /** Σ over probes of dE/d(r²) through the radial functions, {@code [lane of the tile]}. */
    private final double[] slopes;

    RadialTile(int channels, int stride) {
        this.channels = channels;
        this.stride = stride;
        plain = new double[channels * stride];
        weighted = new double[channels * stride];
        changes = new double[channels * stride];
        slopes = new double[stride];
    }

    double[] plain() {
        return plain;
    }

    double[] weighted() {
        return weighted;
    }

    double[] changes() {
        return changes;
    }

    double[] slopes() {
        return slopes;
    }

    void clearSlopes() {
        Arrays.fill(slopes, 0);
    }

    /**
     * @param neighbors the neighbors of a center
     * @param block first block of the tile
     * @param size number of lanes of the tile
     * @param s number of the radial probe
     * @return whether any block is within reach; nothing was computed if not
     */
    boolean load(CenterNeighbors neighbors, int block, int size, int s) {
        boolean any = false;
        for (int b = 0; b * L < size; b++) {
            any |= neighbors.counts(block + b, s);
        }
        if (!any) {
            return false;
        }
        for (int b = 0; b * L < size; b++) {
            if (neighbors.counts(block + b, s)) {
                OverlapTable table = neighbors.table(block + b);
                loadExponentials(table, s, neighbors.square(), (block + b) * L, b * L);
                combine(table, s, neighbors.weight(), (block + b) * L, b * L);
            } else {
                clear(b * L);
            }
        }
        return true;
    }

    private void clear(int lane) {
        DoubleVector zero = DoubleVector.zero(S);
        for (int h = 0; h < channels; h++) {
            zero.intoArray(plain, h * stride + lane);
            zero.intoArray(weighted, h * stride + lane);
        }
    }

    private void loadExponentials(OverlapTable table, int s, double[] square, int from, int lane) {
        int begin = table.begin(s);
        int count = table.end(s) - begin;
        if (exponentials.length < count * stride) {
            exponentials = new double[count * stride];
        }
        DoubleVector negative = DoubleVector.fromArray(S, square, from).mul(-Lanes.LOG2_E);
        for (int g = 0; g < count; g++) {
            Lanes.exp2(negative.mul(table.kappa(begin + g))).intoArray(exponentials, g * stride + lane);
        }
    }

    private void combine(OverlapTable table, int s, double[] weight, int from, int lane) {
        int begin = table.begin(s);
        int count = table.end(s) - begin;
        double[] coefficients = table.coefficients();
        DoubleVector w = DoubleVector.fromArray(S, weight, from);
        for (int h = 0; h < channels; h++) {
            int row = begin * channels + h * count;
            DoubleVector sum = DoubleVector.fromArray(S, exponentials, lane).mul(coefficients[row]);
            for (int g = 1; g < count; g++) {
                sum = DoubleVector.fromArray(S, exponentials, g * stride + lane)
                        .fma(DoubleVector.broadcast(S, coefficients[row + g]), sum);
            }
            sum.intoArray(plain, h * stride + lane);
            sum.mul(w).intoArray(weighted, h * stride + lane);
        }
    }

    /**
     * Adds Σ_h R_h' weight_h to the slopes, after {@link #load}.
     *
     * @param neighbors the neighbors of a center
     * @param block first block of the tile
     * @param size number of lanes of the tile
     * @param s number of the radial probe
     * @param channelWeights weight_h, {@code [channel][lane of the tile]}
     */
    void addSlopes(CenterNeighbors neighbors, int block, int size, int s, double[] channelWeights) {
        for (int b = 0; b * L < size; b++) {
            if (neighbors.counts(block + b, s)) {
                addSlopes(neighbors.table(block + b), s, b * L, channelWeights);
            }
        }
    }

    private void addSlopes(OverlapTable table, int s, int lane, double[] channelWeights) {
        int begin = table.begin(s);
        int count = table.end(s) - begin;
        double[] coefficients = table.coefficients();
        DoubleVector slope = DoubleVector.fromArray(S, slopes, lane);
        for (int g = 0; g < count; g++) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int h = 0; h < channels; h++) {
                sum = DoubleVector.fromArray(S, channelWeights, h * stride + lane)
                        .fma(DoubleVector.broadcast(S, coefficients[begin * channels + h * count + g]), sum);
            }
            slope = sum.mul(-table.kappa(begin + g))
                    .fma(DoubleVector.fromArray(S, exponentials, g * stride + lane), slope);
        }
        slope.intoArray(slopes, lane);
    }

    /**
     * Sets the changes of the radial functions along a direction, after {@link #load}.
     *
     * @param neighbors the neighbors of a center
     * @param block first block of the tile
     * @param size number of lanes of the tile
     * @param s number of the radial probe
     * @param vx first component of the direction, {@code [lane of the center]}
     * @param vy second component
     * @param vz third component
     */
    void loadChanges(CenterNeighbors neighbors, int block, int size, int s, double[] vx, double[] vy, double[] vz) {
        for (int b = 0; b * L < size; b++) {
            int at = (block + b) * L;
            DoubleVector along = DoubleVector.fromArray(S, neighbors.x(), at)
                    .mul(DoubleVector.fromArray(S, vx, at))
                    .add(DoubleVector.fromArray(S, neighbors.y(), at).mul(DoubleVector.fromArray(S, vy, at)))
                    .add(DoubleVector.fromArray(S, neighbors.z(), at).mul(DoubleVector.fromArray(S, vz, at)));
            DoubleVector bySlope =
                    along.mul(DoubleVector.fromArray(S, neighbors.weight(), at)).mul(2.0);
            DoubleVector byValue = along.mul(DoubleVector.fromArray(S, neighbors.weightSlope(), at));
            boolean counts = neighbors.counts(block + b, s);
            OverlapTable table = neighbors.table(block + b);
            int begin = table.begin(s);
            int count = counts ? table.end(s) - begin : 0;
            double[] coefficients = table.coefficients();
            for (int h = 0; h < channels; h++) {
                DoubleVector slope = DoubleVector.zero(S);
                for (int g = 0; g < count; g++) {
                    slope = DoubleVector.fromArray(S, exponentials, g * stride + b * L)
                            .fma(
                                    DoubleVector.broadcast(
                                            S,
                                            -table.kappa(begin + g)
                                                    * coefficients[begin * channels + h * (table.end(s) - begin) + g]),
                                    slope);
                }
                slope.mul(bySlope)
                        .add(byValue.mul(DoubleVector.fromArray(S, plain, h * stride + b * L)))
                        .intoArray(changes, h * stride + b * L);
            }
        }
    }
}
