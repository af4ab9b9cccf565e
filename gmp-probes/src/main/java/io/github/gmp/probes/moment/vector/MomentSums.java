package io.github.gmp.probes.moment.vector;

import static io.github.gmp.probes.moment.vector.MomentTile.GROUP;
import static io.github.gmp.probes.moment.vector.MomentTile.L;
import static io.github.gmp.probes.moment.vector.MomentTile.STRIDE;

import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/**
 * Sums of products of radial and angular functions over the neighbors of a center. Every sum stays one vector until the center is done;
 * lanes are added up at the end.
 */
final class MomentSums {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;

    private final MomentTile tile;
    private final int radials;
    private final int channels;
    private final int[] reached;
    /** Lanes of the sums, {@code [sum][radial][lane]}. */
    private final double[] partialSums;

    MomentSums(MomentTile tile, int sums) {
        this.tile = tile;
        radials = tile.radials;
        channels = tile.channels;
        reached = tile.reached;
        partialSums = new double[sums * L];
    }

    void clear() {
        Arrays.fill(partialSums, 0);
    }

    /** Adds the sums over the lanes to those of the center. */
    void addTo(double[] sums) {
        Lanes.addUp(partialSums, sums.length, sums);
    }

    void addValues() {
        accumulate(tile.radial, tile.values);
    }

    void addFunctionChanges() {
        accumulate(tile.radial, tile.functionWeights);
    }

    void addRadialChanges() {
        accumulate(tile.radialWeights, tile.values);
    }

    /** Adds R_h · function of the tile for all channels of a group of radial probes. */
    private void accumulate(double[] factors, double[] angular) {
        for (int h = 0; h < channels; h++) {
            if (tile.group == GROUP) {
                accumulateGroup(factors, angular, h);
            } else {
                for (int i = 0; i < tile.group; i++) {
                    accumulateSingle(factors, (i * channels + h) * STRIDE, angular, tile.firstRadial + i, h);
                }
            }
        }
    }

    private void accumulateGroup(double[] factors, double[] angular, int h) {
        int count = tile.functionsOfChannel[h];
        int from = tile.firstFunction[h] * STRIDE;
        int to = (tile.channelOffsets[h] * radials + tile.firstRadial) * L;
        int i = 0;
        for (; i + 3 <= count; i += 3) {
            accumulateThreeByThree(factors, h * STRIDE, angular, from + i * STRIDE, to + i * radials * L);
        }
        for (; i < count; i++) {
            accumulateOneByThree(factors, h * STRIDE, angular, from + i * STRIDE, to + i * radials * L);
        }
    }

    private void accumulateSingle(double[] factors, int factor, double[] angular, int s, int h) {
        int count = tile.functionsOfChannel[h];
        int from = tile.firstFunction[h] * STRIDE;
        int to = (tile.channelOffsets[h] * radials + s) * L;
        int i = 0;
        for (; i + 3 <= count; i += 3) {
            accumulateThreeByOne(factors, factor, angular, from + i * STRIDE, to + i * radials * L);
        }
        for (; i < count; i++) {
            accumulateOneByOne(factors, factor, angular, from + i * STRIDE, to + i * radials * L);
        }
    }

    /** Three functions times the radial functions of three probes. */
    private void accumulateThreeByThree(double[] factors, int factor, double[] angular, int first, int to) {
        int next = channels * STRIDE;
        int row = radials * L;
        DoubleVector s00 = DoubleVector.fromArray(S, partialSums, to);
        DoubleVector s01 = DoubleVector.fromArray(S, partialSums, to + L);
        DoubleVector s02 = DoubleVector.fromArray(S, partialSums, to + 2 * L);
        DoubleVector s10 = DoubleVector.fromArray(S, partialSums, to + row);
        DoubleVector s11 = DoubleVector.fromArray(S, partialSums, to + row + L);
        DoubleVector s12 = DoubleVector.fromArray(S, partialSums, to + row + 2 * L);
        DoubleVector s20 = DoubleVector.fromArray(S, partialSums, to + 2 * row);
        DoubleVector s21 = DoubleVector.fromArray(S, partialSums, to + 2 * row + L);
        DoubleVector s22 = DoubleVector.fromArray(S, partialSums, to + 2 * row + 2 * L);
        for (int k = 0; k < tile.reachedCount; k++) {
            int lane = reached[k];
            DoubleVector r0 = DoubleVector.fromArray(S, factors, factor + lane);
            DoubleVector r1 = DoubleVector.fromArray(S, factors, factor + next + lane);
            DoubleVector r2 = DoubleVector.fromArray(S, factors, factor + 2 * next + lane);
            DoubleVector y = DoubleVector.fromArray(S, angular, first + lane);
            s00 = y.fma(r0, s00);
            s01 = y.fma(r1, s01);
            s02 = y.fma(r2, s02);
            y = DoubleVector.fromArray(S, angular, first + STRIDE + lane);
            s10 = y.fma(r0, s10);
            s11 = y.fma(r1, s11);
            s12 = y.fma(r2, s12);
            y = DoubleVector.fromArray(S, angular, first + 2 * STRIDE + lane);
            s20 = y.fma(r0, s20);
            s21 = y.fma(r1, s21);
            s22 = y.fma(r2, s22);
        }
        s00.intoArray(partialSums, to);
        s01.intoArray(partialSums, to + L);
        s02.intoArray(partialSums, to + 2 * L);
        s10.intoArray(partialSums, to + row);
        s11.intoArray(partialSums, to + row + L);
        s12.intoArray(partialSums, to + row + 2 * L);
        s20.intoArray(partialSums, to + 2 * row);
        s21.intoArray(partialSums, to + 2 * row + L);
        s22.intoArray(partialSums, to + 2 * row + 2 * L);
    }

    private void accumulateOneByThree(double[] factors, int factor, double[] angular, int first, int to) {
        int next = channels * STRIDE;
        DoubleVector s0 = DoubleVector.fromArray(S, partialSums, to);
        DoubleVector s1 = DoubleVector.fromArray(S, partialSums, to + L);
        DoubleVector s2 = DoubleVector.fromArray(S, partialSums, to + 2 * L);
        for (int k = 0; k < tile.reachedCount; k++) {
            int lane = reached[k];
            DoubleVector y = DoubleVector.fromArray(S, angular, first + lane);
            s0 = y.fma(DoubleVector.fromArray(S, factors, factor + lane), s0);
            s1 = y.fma(DoubleVector.fromArray(S, factors, factor + next + lane), s1);
            s2 = y.fma(DoubleVector.fromArray(S, factors, factor + 2 * next + lane), s2);
        }
        s0.intoArray(partialSums, to);
        s1.intoArray(partialSums, to + L);
        s2.intoArray(partialSums, to + 2 * L);
    }

    private void accumulateThreeByOne(double[] factors, int factor, double[] angular, int first, int to) {
        int row = radials * L;
        DoubleVector s0 = DoubleVector.fromArray(S, partialSums, to);
        DoubleVector s1 = DoubleVector.fromArray(S, partialSums, to + row);
        DoubleVector s2 = DoubleVector.fromArray(S, partialSums, to + 2 * row);
        for (int k = 0; k < tile.reachedCount; k++) {
            int lane = reached[k];
            DoubleVector r = DoubleVector.fromArray(S, factors, factor + lane);
            s0 = DoubleVector.fromArray(S, angular, first + lane).fma(r, s0);
            s1 = DoubleVector.fromArray(S, angular, first + STRIDE + lane).fma(r, s1);
            s2 = DoubleVector.fromArray(S, angular, first + 2 * STRIDE + lane).fma(r, s2);
        }
        s0.intoArray(partialSums, to);
        s1.intoArray(partialSums, to + row);
        s2.intoArray(partialSums, to + 2 * row);
    }

    private void accumulateOneByOne(double[] factors, int factor, double[] angular, int first, int to) {
        DoubleVector sum = DoubleVector.fromArray(S, partialSums, to);
        for (int k = 0; k < tile.reachedCount; k++) {
            int lane = reached[k];
            sum = DoubleVector.fromArray(S, angular, first + lane)
                    .fma(DoubleVector.fromArray(S, factors, factor + lane), sum);
        }
        sum.intoArray(partialSums, to);
    }
}
