package io.github.gmp.probes.moment.vector;

import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.OverlapTable;
import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/**
 * The radial functions of one radial probe for some blocks of a tile of neighbors: the exponentials once, combined into all channels. Scratch
 * memory, used by one thread.
 */
final class RadialTile {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;
    /** Exponentials whose vectors are held in registers while the channels are combined. */
    private static final int GROUP = 4;

    private final int channels;
    private final int stride;
    /** e^{−κ r²}, {@code [exponential of the probe][lane of the tile]}. */
    private double[] exponentials = new double[0];
    /** The same times a factor per exponential and lane. */
    private double[] scaled = new double[0];

    RadialTile(int channels, int stride) {
        this.channels = channels;
        this.stride = stride;
    }

    /**
     * Computes the exponentials of some blocks of a tile, for the methods below.
     *
     * @param neighbors the neighbors of a center
     * @param block first block of the tile
     * @param s number of the radial probe
     * @param reached the blocks, as lanes of the tile
     * @param reachedCount number of blocks
     */
    void loadExponentials(CenterNeighbors neighbors, int block, int s, int[] reached, int reachedCount) {
        for (int k = 0; k < reachedCount; k++) {
            int lane = reached[k];
            OverlapTable table = neighbors.table(block + lane / L);
            int count = table.end(s) - table.begin(s);
            reserve(count);
            loadExponents(table, s, neighbors.square(), block * L + lane, lane);
            Lanes.exp2(exponentials, lane, count, stride);
        }
    }

    private void loadExponents(OverlapTable table, int s, double[] square, int from, int lane) {
        int begin = table.begin(s);
        int count = table.end(s) - begin;
        DoubleVector negative = DoubleVector.fromArray(S, square, from).mul(-Lanes.LOG2_E);
        for (int g = 0; g < count; g++) {
            negative.mul(table.kappa(begin + g)).intoArray(exponentials, g * stride + lane);
        }
    }

    private void reserve(int count) {
        if (exponentials.length < count * stride) {
            exponentials = Arrays.copyOf(exponentials, count * stride);
            scaled = new double[count * stride];
        }
    }

    /** Σ_g c_{h,g} e_g of a block times a factor per lane of the center, {@code target[channel][lane]}: R, or R f_c. */
    void values(CenterNeighbors neighbors, int block, int s, int lane, double[] factors, double[] target, int offset) {
        OverlapTable table = neighbors.table(block);
        int count = table.end(s) - table.begin(s);
        scale(factors, block * L, count, lane);
        combine(table, s, scaled, lane, target, offset);
    }

    private void scale(double[] factors, int from, int count, int lane) {
        DoubleVector factor = DoubleVector.fromArray(S, factors, from);
        for (int g = 0; g < count; g++) {
            DoubleVector.fromArray(S, exponentials, g * stride + lane)
                    .mul(factor)
                    .intoArray(scaled, g * stride + lane);
        }
    }

    /**
     * (2 R' f_c + R f_c'/r) x·v of a block.
     *
     * @param along x·v per lane of the tile
     */
    void changes(CenterNeighbors neighbors, int block, int s, int lane, double[] along, double[] target, int offset) {
        OverlapTable table = neighbors.table(block);
        DoubleVector direction = DoubleVector.fromArray(S, along, lane);
        DoubleVector weight = DoubleVector.fromArray(S, neighbors.weight(), block * L);
        DoubleVector slope = DoubleVector.fromArray(S, neighbors.weightSlope(), block * L);
        int begin = table.begin(s);
        int count = table.end(s) - begin;
        for (int g = 0; g < count; g++) {
            weight.mul(-2 * table.kappa(begin + g))
                    .add(slope)
                    .mul(direction)
                    .mul(DoubleVector.fromArray(S, exponentials, g * stride + lane))
                    .intoArray(scaled, g * stride + lane);
        }
        combine(table, s, scaled, lane, target, offset);
    }

    /** Σ_g c_{h,g} e_g for all channels. */
    private void combine(OverlapTable table, int s, double[] factors, int lane, double[] target, int offset) {
        int begin = table.begin(s);
        int count = table.end(s) - begin;
        double[] coefficients = table.coefficients();
        int row = begin * channels;
        int whole = count / GROUP * GROUP;
        if (whole > 0) {
            combineFour(coefficients, row, count, factors, lane, target, offset);
        } else {
            combineOne(coefficients, row, count, factors, lane, target, offset);
        }
        for (int g = GROUP; g < whole; g += GROUP) {
            addFour(coefficients, row + g, count, factors, g * stride + lane, target, offset);
        }
        for (int g = Math.max(whole, 1); g < count; g++) {
            addOne(coefficients, row + g, count, factors, g * stride + lane, target, offset);
        }
    }

    private void combineFour(
            double[] coefficients, int row, int count, double[] factors, int lane, double[] target, int offset) {
        DoubleVector e0 = DoubleVector.fromArray(S, factors, lane);
        DoubleVector e1 = DoubleVector.fromArray(S, factors, lane + stride);
        DoubleVector e2 = DoubleVector.fromArray(S, factors, lane + 2 * stride);
        DoubleVector e3 = DoubleVector.fromArray(S, factors, lane + 3 * stride);
        for (int h = 0; h < channels; h++) {
            int c = row + h * count;
            DoubleVector odd = e3.fma(DoubleVector.broadcast(S, coefficients[c + 3]), e1.mul(coefficients[c + 1]));
            e2.fma(DoubleVector.broadcast(S, coefficients[c + 2]), e0.mul(coefficients[c]))
                    .add(odd)
                    .intoArray(target, offset + h * stride + lane);
        }
    }

    private void combineOne(
            double[] coefficients, int row, int count, double[] factors, int lane, double[] target, int offset) {
        DoubleVector e = DoubleVector.fromArray(S, factors, lane);
        for (int h = 0; h < channels; h++) {
            e.mul(coefficients[row + h * count]).intoArray(target, offset + h * stride + lane);
        }
    }

    private void addFour(
            double[] coefficients, int row, int count, double[] factors, int from, double[] target, int offset) {
        DoubleVector e0 = DoubleVector.fromArray(S, factors, from);
        DoubleVector e1 = DoubleVector.fromArray(S, factors, from + stride);
        DoubleVector e2 = DoubleVector.fromArray(S, factors, from + 2 * stride);
        DoubleVector e3 = DoubleVector.fromArray(S, factors, from + 3 * stride);
        int lane = from % stride;
        for (int h = 0; h < channels; h++) {
            int c = row + h * count;
            int at = offset + h * stride + lane;
            DoubleVector odd = e3.fma(DoubleVector.broadcast(S, coefficients[c + 3]), e1.mul(coefficients[c + 1]));
            e0.fma(DoubleVector.broadcast(S, coefficients[c]), DoubleVector.fromArray(S, target, at))
                    .add(e2.fma(DoubleVector.broadcast(S, coefficients[c + 2]), odd))
                    .intoArray(target, at);
        }
    }

    private void addOne(
            double[] coefficients, int row, int count, double[] factors, int from, double[] target, int offset) {
        DoubleVector e = DoubleVector.fromArray(S, factors, from);
        int lane = from % stride;
        for (int h = 0; h < channels; h++) {
            int at = offset + h * stride + lane;
            e.fma(DoubleVector.broadcast(S, coefficients[row + h * count]), DoubleVector.fromArray(S, target, at))
                    .intoArray(target, at);
        }
    }

    /**
     * Adds Σ_h R_h' weight_h of a block.
     *
     * @param weights weight_h, {@code [channel][lane of the tile]}
     * @param slopes added to, {@code [lane of the tile]}
     */
    void addSlopes(
            CenterNeighbors neighbors, int block, int s, int lane, double[] weights, int offset, double[] slopes) {
        OverlapTable table = neighbors.table(block);
        int count = table.end(s) - table.begin(s);
        int g = 0;
        for (; g + GROUP <= count; g += GROUP) {
            addFourSlopes(table, s, g, lane, weights, offset, slopes);
        }
        for (; g < count; g++) {
            addOneSlope(table, s, g, lane, weights, offset, slopes);
        }
    }

    private void addFourSlopes(
            OverlapTable table, int s, int g, int lane, double[] weights, int offset, double[] slopes) {
        int begin = table.begin(s);
        int count = table.end(s) - begin;
        double[] coefficients = table.coefficients();
        DoubleVector sum0 = DoubleVector.zero(S);
        DoubleVector sum1 = DoubleVector.zero(S);
        DoubleVector sum2 = DoubleVector.zero(S);
        DoubleVector sum3 = DoubleVector.zero(S);
        int c = begin * channels + g;
        for (int h = 0; h < channels; h++) {
            DoubleVector weight = DoubleVector.fromArray(S, weights, offset + h * stride + lane);
            sum0 = weight.fma(DoubleVector.broadcast(S, coefficients[c]), sum0);
            sum1 = weight.fma(DoubleVector.broadcast(S, coefficients[c + 1]), sum1);
            sum2 = weight.fma(DoubleVector.broadcast(S, coefficients[c + 2]), sum2);
            sum3 = weight.fma(DoubleVector.broadcast(S, coefficients[c + 3]), sum3);
            c += count;
        }
        int at = g * stride + lane;
        DoubleVector slope = DoubleVector.fromArray(S, slopes, lane);
        slope = sum0.mul(-table.kappa(begin + g)).fma(DoubleVector.fromArray(S, exponentials, at), slope);
        slope = sum1.mul(-table.kappa(begin + g + 1)).fma(DoubleVector.fromArray(S, exponentials, at + stride), slope);
        slope = sum2.mul(-table.kappa(begin + g + 2))
                .fma(DoubleVector.fromArray(S, exponentials, at + 2 * stride), slope);
        slope = sum3.mul(-table.kappa(begin + g + 3))
                .fma(DoubleVector.fromArray(S, exponentials, at + 3 * stride), slope);
        slope.intoArray(slopes, lane);
    }

    private void addOneSlope(
            OverlapTable table, int s, int g, int lane, double[] weights, int offset, double[] slopes) {
        int begin = table.begin(s);
        int count = table.end(s) - begin;
        double[] coefficients = table.coefficients();
        DoubleVector sum = DoubleVector.zero(S);
        int c = begin * channels + g;
        for (int h = 0; h < channels; h++) {
            sum = DoubleVector.fromArray(S, weights, offset + h * stride + lane)
                    .fma(DoubleVector.broadcast(S, coefficients[c]), sum);
            c += count;
        }
        sum.mul(-table.kappa(begin + g))
                .fma(
                        DoubleVector.fromArray(S, exponentials, g * stride + lane),
                        DoubleVector.fromArray(S, slopes, lane))
                .intoArray(slopes, lane);
    }
}
