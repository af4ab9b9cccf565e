package io.github.gmp.probes.moment.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.MomentKernel;
import io.github.gmp.probes.moment.MomentPlan;
import io.github.gmp.probes.moment.PairFunctions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/**
 * Lanes are neighbors of one center: a tile of a few blocks at a time, first its angular functions, then per radial probe its radial
 * functions, then the products of the two. Sums stay one vector each until the center is done; lanes are added up at the end.
 *
 * <p>Everything a loop needs lies in arrays of this object; vectors never leave the method that made them.
 */
public final class VectorMomentKernel implements MomentKernel {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;
    /** Blocks of a tile: the working set should stay in the first-level cache. */
    private static final int TILE_BLOCKS = 8;

    private static final int STRIDE = TILE_BLOCKS * L;

    private final VectorPairFunctions functions;
    private final RadialTile radial;
    private final int radials;
    private final int channels;
    private final int sumsPerRadial;
    private final int functionCount;
    private final int[] firstFunction;
    private final int[] functionsOfChannel;
    private final int[] channelOffsets;

    /** Angular functions, {@code [function][lane of the tile]}. */
    private final double[] values;
    /** Σ over lanes still to be done, {@code [sum][lane]}. */
    private final double[] partialSums;
    /** Their changes, or the derivative of the energy by them, {@code [function][lane of the tile]}. */
    private final double[] functionWeights;
    /** Σ_c w_c Y_c per channel, {@code [channel][lane of the tile]}. */
    private final double[] channelSums;

    private final double[] gradient = new double[3 * STRIDE];

    /** @param plan what to sum */
    public VectorMomentKernel(MomentPlan plan) {
        PairFunctions plain = plan.functions();
        functions = VectorPairFunctions.of(plain, STRIDE);
        radials = plan.radials();
        channels = plan.channels().size();
        radial = new RadialTile(channels, STRIDE);
        sumsPerRadial = plan.sumsPerRadial();
        channelOffsets = plan.channelOffsets();
        int[] degrees = plan.degrees();
        firstFunction = Arrays.stream(degrees).map(plain::offset).toArray();
        functionsOfChannel = Arrays.stream(degrees).map(plain::count).toArray();
        functionCount = plain.size();
        values = new double[functionCount * STRIDE];
        functionWeights = new double[functionCount * STRIDE];
        channelSums = new double[channels * STRIDE];
        partialSums = new double[plan.sums() * L];
    }

    @Override
    public int lanes() {
        return L;
    }

    @Override
    public void addSums(CenterNeighbors neighbors, double[] sums) {
        Arrays.fill(partialSums, 0);
        for (int block = 0; block < neighbors.blocks(); block += TILE_BLOCKS) {
            int size = Math.min(TILE_BLOCKS, neighbors.blocks() - block) * L;
            functions.evaluate(neighbors, block * L, size, values);
            for (int s = 0; s < radials; s++) {
                if (radial.load(neighbors, block, size, s)) {
                    accumulate(radial.weighted(), values, size, s);
                }
            }
        }
        addLanes(sums);
    }

    /** Adds up R_h · function of the tile for all channels of a radial probe. */
    private void accumulate(double[] factors, double[] angular, int size, int s) {
        for (int h = 0; h < channels; h++) {
            int count = functionsOfChannel[h];
            int from = firstFunction[h] * STRIDE;
            int to = (s * sumsPerRadial + channelOffsets[h]) * L;
            int i = 0;
            for (; i + 4 <= count; i += 4) {
                accumulateFour(factors, h * STRIDE, angular, from + i * STRIDE, size, to + i * L);
            }
            for (; i < count; i++) {
                accumulateOne(factors, h * STRIDE, angular, from + i * STRIDE, size, to + i * L);
            }
        }
    }

    private void accumulateFour(double[] factors, int factor, double[] angular, int first, int size, int to) {
        DoubleVector sum0 = DoubleVector.fromArray(S, partialSums, to);
        DoubleVector sum1 = DoubleVector.fromArray(S, partialSums, to + L);
        DoubleVector sum2 = DoubleVector.fromArray(S, partialSums, to + 2 * L);
        DoubleVector sum3 = DoubleVector.fromArray(S, partialSums, to + 3 * L);
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector r = DoubleVector.fromArray(S, factors, factor + lane);
            int at = first + lane;
            sum0 = DoubleVector.fromArray(S, angular, at).fma(r, sum0);
            sum1 = DoubleVector.fromArray(S, angular, at + STRIDE).fma(r, sum1);
            sum2 = DoubleVector.fromArray(S, angular, at + 2 * STRIDE).fma(r, sum2);
            sum3 = DoubleVector.fromArray(S, angular, at + 3 * STRIDE).fma(r, sum3);
        }
        sum0.intoArray(partialSums, to);
        sum1.intoArray(partialSums, to + L);
        sum2.intoArray(partialSums, to + 2 * L);
        sum3.intoArray(partialSums, to + 3 * L);
    }

    private void accumulateOne(double[] factors, int factor, double[] angular, int first, int size, int to) {
        DoubleVector sum = DoubleVector.fromArray(S, partialSums, to);
        for (int lane = 0; lane < size; lane += L) {
            sum = DoubleVector.fromArray(S, angular, first + lane)
                    .fma(DoubleVector.fromArray(S, factors, factor + lane), sum);
        }
        sum.intoArray(partialSums, to);
    }

    private void addLanes(double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += DoubleVector.fromArray(S, partialSums, i * L).reduceLanes(VectorOperators.ADD);
        }
    }

    @Override
    public void pullback(CenterNeighbors neighbors, double[] sumGradient, double[] gx, double[] gy, double[] gz) {
        for (int block = 0; block < neighbors.blocks(); block += TILE_BLOCKS) {
            int size = Math.min(TILE_BLOCKS, neighbors.blocks() - block) * L;
            functions.evaluate(neighbors, block * L, size, values);
            Arrays.fill(functionWeights, 0);
            radial.clearSlopes();
            for (int s = 0; s < radials; s++) {
                if (radial.load(neighbors, block, size, s)) {
                    for (int h = 0; h < channels; h++) {
                        pullChannel(sumGradient, s, h, size);
                    }
                    radial.addSlopes(neighbors, block, size, s, channelSums);
                }
            }
            functions.gradient(functionWeights, values, size, gradient);
            finishGradient(neighbors, block * L, size, gx, gy, gz);
        }
    }

    /** Adds R_h w_c to the weights of the functions, and sets Σ_c w_c Y_c of the channel. */
    private void pullChannel(double[] sumGradient, int s, int h, int size) {
        int count = functionsOfChannel[h];
        int first = firstFunction[h] * STRIDE;
        int from = s * sumsPerRadial + channelOffsets[h];
        double[] factors = radial.plain();
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector r = DoubleVector.fromArray(S, factors, h * STRIDE + lane);
            DoubleVector sum = DoubleVector.zero(S);
            for (int i = 0; i < count; i++) {
                DoubleVector w = DoubleVector.broadcast(S, sumGradient[from + i]);
                int at = first + i * STRIDE + lane;
                w.fma(r, DoubleVector.fromArray(S, functionWeights, at)).intoArray(functionWeights, at);
                sum = w.fma(DoubleVector.fromArray(S, values, at), sum);
            }
            sum.intoArray(channelSums, h * STRIDE + lane);
        }
    }

    /** f_c Σ w_c ∇Y_c + x (2 f_c Σ R' w Y + f_c'/r Σ R w Y). */
    private void finishGradient(CenterNeighbors neighbors, int from, int size, double[] gx, double[] gy, double[] gz) {
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int i = 0; i < functionCount; i++) {
                sum = DoubleVector.fromArray(S, functionWeights, i * STRIDE + lane)
                        .fma(DoubleVector.fromArray(S, values, i * STRIDE + lane), sum);
            }
            int at = from + lane;
            DoubleVector weight = DoubleVector.fromArray(S, neighbors.weight(), at);
            DoubleVector along = DoubleVector.fromArray(S, radial.slopes(), lane)
                    .mul(2.0)
                    .mul(weight)
                    .add(sum.mul(DoubleVector.fromArray(S, neighbors.weightSlope(), at)));
            along.fma(
                            DoubleVector.fromArray(S, neighbors.x(), at),
                            weight.mul(DoubleVector.fromArray(S, gradient, lane)))
                    .intoArray(gx, at);
            along.fma(
                            DoubleVector.fromArray(S, neighbors.y(), at),
                            weight.mul(DoubleVector.fromArray(S, gradient, STRIDE + lane)))
                    .intoArray(gy, at);
            along.fma(
                            DoubleVector.fromArray(S, neighbors.z(), at),
                            weight.mul(DoubleVector.fromArray(S, gradient, 2 * STRIDE + lane)))
                    .intoArray(gz, at);
        }
    }

    @Override
    public void addTangents(CenterNeighbors neighbors, double[] vx, double[] vy, double[] vz, double[] sumTangent) {
        Arrays.fill(partialSums, 0);
        for (int block = 0; block < neighbors.blocks(); block += TILE_BLOCKS) {
            int size = Math.min(TILE_BLOCKS, neighbors.blocks() - block) * L;
            functions.evaluate(neighbors, block * L, size, values);
            functions.tangent(values, vx, vy, vz, block * L, size, functionWeights);
            for (int s = 0; s < radials; s++) {
                if (radial.load(neighbors, block, size, s)) {
                    accumulate(radial.weighted(), functionWeights, size, s);
                    radial.loadChanges(neighbors, block, size, s, vx, vy, vz);
                    accumulate(radial.changes(), values, size, s);
                }
            }
        }
        addLanes(sumTangent);
    }
}
