package io.github.gmp.probes.moment.vector;

import static io.github.gmp.probes.moment.vector.MomentTile.GROUP;
import static io.github.gmp.probes.moment.vector.MomentTile.L;
import static io.github.gmp.probes.moment.vector.MomentTile.STRIDE;

import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The gradient by the vectors of the neighbors of a tile from the gradient by the sums of their center. */
final class MomentGradient {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;

    private final MomentTile tile;
    private final double[] values;
    private final double[] functionWeights;
    private final double[] radial;
    private final double[] radialWeights;
    private final int radials;
    private final int channels;
    /** The gradient by the sums. */
    private double[] sumGradient = new double[0];

    MomentGradient(MomentTile tile) {
        this.tile = tile;
        values = tile.values;
        functionWeights = tile.functionWeights;
        radial = tile.radial;
        radialWeights = tile.radialWeights;
        radials = tile.radials;
        channels = tile.channels;
    }

    /** @param gradient the gradient by the sums of the center */
    void setSumGradient(double[] gradient) {
        sumGradient = gradient;
    }

    /** From the sums to the angular and radial functions of the group. */
    void pullChannels() {
        for (int h = 0; h < channels; h++) {
            for (int k = 0; k < tile.reachedCount; k++) {
                int lane = tile.reached[k];
                if (tile.group == GROUP) {
                    pullThree(h, lane);
                } else {
                    for (int i = 0; i < tile.group; i++) {
                        pullOne(tile.firstRadial + i, h, (i * channels + h) * STRIDE + lane, lane);
                    }
                }
            }
        }
    }

    /** Adds Σ_σ R_hσ w_cσ to the weights of the functions, and sets Σ_c w_cσ Y_c for three radial probes. */
    private void pullThree(int h, int lane) {
        int count = tile.functionsOfChannel[h];
        int at = tile.firstFunction[h] * STRIDE + lane;
        int from = tile.channelOffsets[h] * radials + tile.firstRadial;
        int first = h * STRIDE + lane;
        int next = channels * STRIDE;
        DoubleVector r0 = DoubleVector.fromArray(S, radial, first);
        DoubleVector r1 = DoubleVector.fromArray(S, radial, first + next);
        DoubleVector r2 = DoubleVector.fromArray(S, radial, first + 2 * next);
        DoubleVector sum0 = DoubleVector.zero(S);
        DoubleVector sum1 = DoubleVector.zero(S);
        DoubleVector sum2 = DoubleVector.zero(S);
        for (int i = 0; i < count; i++) {
            DoubleVector w0 = DoubleVector.broadcast(S, sumGradient[from]);
            DoubleVector w1 = DoubleVector.broadcast(S, sumGradient[from + 1]);
            DoubleVector w2 = DoubleVector.broadcast(S, sumGradient[from + 2]);
            DoubleVector y = DoubleVector.fromArray(S, values, at);
            sum0 = w0.fma(y, sum0);
            sum1 = w1.fma(y, sum1);
            sum2 = w2.fma(y, sum2);
            DoubleVector weight = DoubleVector.fromArray(S, functionWeights, at);
            w2.fma(r2, w1.fma(r1, w0.fma(r0, weight))).intoArray(functionWeights, at);
            at += STRIDE;
            from += radials;
        }
        sum0.intoArray(radialWeights, first);
        sum1.intoArray(radialWeights, first + next);
        sum2.intoArray(radialWeights, first + 2 * next);
    }

    private void pullOne(int s, int h, int radialAt, int lane) {
        int count = tile.functionsOfChannel[h];
        int at = tile.firstFunction[h] * STRIDE + lane;
        int from = tile.channelOffsets[h] * radials + s;
        DoubleVector r = DoubleVector.fromArray(S, radial, radialAt);
        DoubleVector sum = DoubleVector.zero(S);
        for (int i = 0; i < count; i++) {
            DoubleVector w = DoubleVector.broadcast(S, sumGradient[from]);
            sum = w.fma(DoubleVector.fromArray(S, values, at), sum);
            w.fma(r, DoubleVector.fromArray(S, functionWeights, at)).intoArray(functionWeights, at);
            at += STRIDE;
            from += radials;
        }
        sum.intoArray(radialWeights, radialAt);
    }

    /** f_c Σ w_c ∇Y_c + x (2 f_c Σ R' w Y + f_c'/r Σ R w Y). */
    void finish() {
        CenterNeighbors neighbors = tile.neighbors;
        for (int lane = 0; lane < tile.size; lane += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int i = 0; i < tile.functionCount; i++) {
                sum = DoubleVector.fromArray(S, functionWeights, i * STRIDE + lane)
                        .fma(DoubleVector.fromArray(S, values, i * STRIDE + lane), sum);
            }
            int at = tile.from() + lane;
            DoubleVector weight = DoubleVector.fromArray(S, neighbors.weight(), at);
            DoubleVector radialPart = DoubleVector.fromArray(S, tile.along, lane)
                    .mul(2.0)
                    .mul(weight)
                    .add(sum.mul(DoubleVector.fromArray(S, neighbors.weightSlope(), at)));
            radialPart
                    .mul(DoubleVector.fromArray(S, neighbors.x(), at))
                    .add(weight.mul(DoubleVector.fromArray(S, tile.gradient, lane)))
                    .intoArray(tile.vectorX, at);
            radialPart
                    .mul(DoubleVector.fromArray(S, neighbors.y(), at))
                    .add(weight.mul(DoubleVector.fromArray(S, tile.gradient, STRIDE + lane)))
                    .intoArray(tile.vectorY, at);
            radialPart
                    .mul(DoubleVector.fromArray(S, neighbors.z(), at))
                    .add(weight.mul(DoubleVector.fromArray(S, tile.gradient, 2 * STRIDE + lane)))
                    .intoArray(tile.vectorZ, at);
        }
    }
}
