package io.github.gmp.probes.moment.vector;

import io.github.gmp.api.kernel.Stages;
import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.MomentKernel;
import io.github.gmp.probes.moment.MomentPlan;
import io.github.gmp.probes.moment.PairFunctions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/**
 * Lanes are neighbors of one center: a tile of a few blocks at a time, first its angular functions, then the radial functions of a few
 * probes, then the products of the two. Blocks that no probe of the group reaches are left out. Sums stay one vector each until the center
 * is done; lanes are added up at the end.
 *
 * <p>Everything a loop needs lies in fields and arrays of this object; vectors never leave the method that made them, and what belongs
 * together is a stage of its own, see {@link Stages}.
 */
public final class VectorMomentKernel implements MomentKernel {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;
    /** Blocks of a tile: the working set should stay in the first-level cache. */
    private static final int TILE_BLOCKS = 8;

    /** One block more than the tile has: rows a power of two apart would fall into the same few cache sets. */
    private static final int STRIDE = (TILE_BLOCKS + 1) * L;
    /** Radial probes whose functions are multiplied with the same angular functions at a time. */
    private static final int GROUP = 3;

    private final VectorPairFunctions functions;
    private final int radials;
    private final int channels;
    private final int functionCount;
    private final int[] firstFunction;
    private final int[] functionsOfChannel;
    private final int[] channelOffsets;

    /** The blocks of the tile within reach of a group of radial probes, as lanes of the tile. */
    private final int[] reached = new int[TILE_BLOCKS];

    private int reachedCount;

    private final RadialTile[] radialTiles = new RadialTile[GROUP];
    /** Angular functions, {@code [function][lane of the tile]}. */
    private final double[] values;
    /** Their changes, or the derivative of the energy by them, {@code [function][lane of the tile]}. */
    private final double[] functionWeights;
    /** Radial functions, {@code [probe of the group][channel][lane of the tile]}. */
    private final double[] radial;
    /** Changes of radial functions, or Σ_c w_c Y_c, {@code [probe of the group][channel][lane of the tile]}. */
    private final double[] radialWeights;
    /** Lanes of the sums, {@code [sum][radial][lane]}. */
    private final double[] partialSums;
    /** Per lane of the tile: Σ R' w Y, or x·v. */
    private final double[] along = new double[STRIDE];

    private final double[] gradient = new double[3 * STRIDE];
    /** 1 per lane of the center. */
    private double[] ones = new double[0];

    private final Stages sumTile = Stages.of(this::evaluateFunctions, this::sumGroups);
    private final Stages sumGroup = Stages.of(this::loadExponentials, this::loadValues, this::accumulateValues);
    private final Stages pullTile =
            Stages.of(this::evaluateFunctions, this::pullGroups, this::pullFunctions, this::finishGradient);
    private final Stages pullGroup =
            Stages.of(this::loadExponentials, this::loadValues, this::pullChannels, this::addSlopes);
    private final Stages pushTile =
            Stages.of(this::evaluateFunctions, this::pushFunctions, this::project, this::pushGroups);
    private final Stages pushGroup = Stages.of(
            this::loadExponentials,
            this::loadValues,
            this::loadChanges,
            this::accumulateFunctionChanges,
            this::accumulateRadialChanges);

    /** The center at work. */
    private CenterNeighbors neighbors;
    /** A vector per lane of the center: the gradient, or the tangent. */
    private double[] vectorX = new double[0];

    private double[] vectorY = new double[0];
    private double[] vectorZ = new double[0];
    /** The gradient by the sums. */
    private double[] sumGradient = new double[0];
    /** What radial functions are multiplied with, per lane of the center. */
    private double[] radialFactors = new double[0];
    /** First block of the tile. */
    private int block;
    /** Lanes of the tile. */
    private int size;
    /** First radial probe of the group. */
    private int firstRadial;
    /** Radial probes of the group. */
    private int group;

    /** @param plan what to sum */
    public VectorMomentKernel(MomentPlan plan) {
        PairFunctions plain = plan.functions();
        functions = VectorPairFunctions.of(plain, STRIDE);
        radials = plan.radials();
        channels = plan.channels().size();
        for (int i = 0; i < GROUP; i++) {
            radialTiles[i] = new RadialTile(channels, STRIDE);
        }
        channelOffsets = plan.channelOffsets();
        int[] degrees = plan.degrees();
        firstFunction = Arrays.stream(degrees).map(plain::offset).toArray();
        functionsOfChannel = Arrays.stream(degrees).map(plain::count).toArray();
        functionCount = plain.size();
        values = new double[functionCount * STRIDE];
        functionWeights = new double[functionCount * STRIDE];
        radial = new double[GROUP * channels * STRIDE];
        radialWeights = new double[GROUP * channels * STRIDE];
        partialSums = new double[plan.sums() * L];
    }

    @Override
    public int lanes() {
        return L;
    }

    @Override
    public void addSums(CenterNeighbors center, double[] sums) {
        Arrays.fill(partialSums, 0);
        radialFactors = center.weight();
        runTiles(center, sumTile);
        Lanes.addUp(partialSums, sums.length, sums);
    }

    private void runTiles(CenterNeighbors center, Stages stages) {
        neighbors = center;
        for (block = 0; block < center.blocks(); block += TILE_BLOCKS) {
            size = Math.min(TILE_BLOCKS, center.blocks() - block) * L;
            stages.run();
        }
    }

    private void runGroups(Stages stages) {
        for (firstRadial = 0; firstRadial < radials; firstRadial += GROUP) {
            group = Math.min(GROUP, radials - firstRadial);
            findReached();
            if (reachedCount > 0) {
                stages.run();
            }
        }
    }

    private void findReached() {
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

    private void evaluateFunctions() {
        functions.evaluate(neighbors, block * L, size, values);
    }

    private void loadExponentials() {
        for (int i = 0; i < group; i++) {
            radialTiles[i].loadExponentials(neighbors, block, firstRadial + i, reached, reachedCount);
        }
    }

    private void loadValues() {
        for (int i = 0; i < group; i++) {
            for (int k = 0; k < reachedCount; k++) {
                int lane = reached[k];
                radialTiles[i].values(
                        neighbors,
                        block + lane / L,
                        firstRadial + i,
                        lane,
                        radialFactors,
                        radial,
                        i * channels * STRIDE);
            }
        }
    }

    private void sumGroups() {
        runGroups(sumGroup);
    }

    private void accumulateValues() {
        accumulate(radial, values);
    }

    /** Adds R_h · function of the tile for all channels of a group of radial probes. */
    private void accumulate(double[] factors, double[] angular) {
        for (int h = 0; h < channels; h++) {
            if (group == GROUP) {
                accumulateGroup(factors, angular, h);
            } else {
                for (int i = 0; i < group; i++) {
                    accumulateSingle(factors, (i * channels + h) * STRIDE, angular, firstRadial + i, h);
                }
            }
        }
    }

    private void accumulateGroup(double[] factors, double[] angular, int h) {
        int count = functionsOfChannel[h];
        int from = firstFunction[h] * STRIDE;
        int to = (channelOffsets[h] * radials + firstRadial) * L;
        int i = 0;
        for (; i + 3 <= count; i += 3) {
            accumulateThreeByThree(factors, h * STRIDE, angular, from + i * STRIDE, to + i * radials * L);
        }
        for (; i < count; i++) {
            accumulateOneByThree(factors, h * STRIDE, angular, from + i * STRIDE, to + i * radials * L);
        }
    }

    private void accumulateSingle(double[] factors, int factor, double[] angular, int s, int h) {
        int count = functionsOfChannel[h];
        int from = firstFunction[h] * STRIDE;
        int to = (channelOffsets[h] * radials + s) * L;
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
        for (int k = 0; k < reachedCount; k++) {
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
        for (int k = 0; k < reachedCount; k++) {
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
        for (int k = 0; k < reachedCount; k++) {
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
        for (int k = 0; k < reachedCount; k++) {
            int lane = reached[k];
            sum = DoubleVector.fromArray(S, angular, first + lane)
                    .fma(DoubleVector.fromArray(S, factors, factor + lane), sum);
        }
        sum.intoArray(partialSums, to);
    }

    @Override
    public void pullback(CenterNeighbors center, double[] gradientOfSums, double[] gx, double[] gy, double[] gz) {
        reserveOnes(center);
        radialFactors = ones;
        sumGradient = gradientOfSums;
        setVectors(gx, gy, gz);
        runTiles(center, pullTile);
    }

    private void setVectors(double[] x, double[] y, double[] z) {
        vectorX = x;
        vectorY = y;
        vectorZ = z;
    }

    private void reserveOnes(CenterNeighbors center) {
        if (ones.length < center.x().length) {
            ones = new double[center.x().length];
            Arrays.fill(ones, 1);
        }
    }

    private void pullGroups() {
        Arrays.fill(functionWeights, 0);
        Arrays.fill(along, 0);
        runGroups(pullGroup);
    }

    private void pullChannels() {
        for (int h = 0; h < channels; h++) {
            for (int k = 0; k < reachedCount; k++) {
                if (group == GROUP) {
                    pullThree(h, reached[k]);
                } else {
                    for (int i = 0; i < group; i++) {
                        pullOne(firstRadial + i, h, (i * channels + h) * STRIDE + reached[k], reached[k]);
                    }
                }
            }
        }
    }

    /** Adds Σ_σ R_hσ w_cσ to the weights of the functions, and sets Σ_c w_cσ Y_c for three radial probes. */
    private void pullThree(int h, int lane) {
        int count = functionsOfChannel[h];
        int at = firstFunction[h] * STRIDE + lane;
        int from = channelOffsets[h] * radials + firstRadial;
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
        int count = functionsOfChannel[h];
        int at = firstFunction[h] * STRIDE + lane;
        int from = channelOffsets[h] * radials + s;
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

    private void addSlopes() {
        for (int i = 0; i < group; i++) {
            for (int k = 0; k < reachedCount; k++) {
                int lane = reached[k];
                radialTiles[i].addSlopes(
                        neighbors,
                        block + lane / L,
                        firstRadial + i,
                        lane,
                        radialWeights,
                        i * channels * STRIDE,
                        along);
            }
        }
    }

    private void pullFunctions() {
        functions.gradient(functionWeights, values, size, gradient);
    }

    /** f_c Σ w_c ∇Y_c + x (2 f_c Σ R' w Y + f_c'/r Σ R w Y). */
    private void finishGradient() {
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int i = 0; i < functionCount; i++) {
                sum = DoubleVector.fromArray(S, functionWeights, i * STRIDE + lane)
                        .fma(DoubleVector.fromArray(S, values, i * STRIDE + lane), sum);
            }
            int at = block * L + lane;
            DoubleVector weight = DoubleVector.fromArray(S, neighbors.weight(), at);
            DoubleVector radialPart = DoubleVector.fromArray(S, along, lane)
                    .mul(2.0)
                    .mul(weight)
                    .add(sum.mul(DoubleVector.fromArray(S, neighbors.weightSlope(), at)));
            radialPart
                    .mul(DoubleVector.fromArray(S, neighbors.x(), at))
                    .add(weight.mul(DoubleVector.fromArray(S, gradient, lane)))
                    .intoArray(vectorX, at);
            radialPart
                    .mul(DoubleVector.fromArray(S, neighbors.y(), at))
                    .add(weight.mul(DoubleVector.fromArray(S, gradient, STRIDE + lane)))
                    .intoArray(vectorY, at);
            radialPart
                    .mul(DoubleVector.fromArray(S, neighbors.z(), at))
                    .add(weight.mul(DoubleVector.fromArray(S, gradient, 2 * STRIDE + lane)))
                    .intoArray(vectorZ, at);
        }
    }

    @Override
    public void addTangents(CenterNeighbors center, double[] vx, double[] vy, double[] vz, double[] sumTangent) {
        Arrays.fill(partialSums, 0);
        radialFactors = center.weight();
        setVectors(vx, vy, vz);
        runTiles(center, pushTile);
        Lanes.addUp(partialSums, sumTangent.length, sumTangent);
    }

    private void pushFunctions() {
        functions.tangent(values, vectorX, vectorY, vectorZ, block * L, size, functionWeights);
    }

    private void pushGroups() {
        runGroups(pushGroup);
    }

    /** x·v per lane of the tile. */
    private void project() {
        for (int lane = 0; lane < size; lane += L) {
            int at = block * L + lane;
            DoubleVector.fromArray(S, neighbors.x(), at)
                    .mul(DoubleVector.fromArray(S, vectorX, at))
                    .add(DoubleVector.fromArray(S, neighbors.y(), at).mul(DoubleVector.fromArray(S, vectorY, at)))
                    .add(DoubleVector.fromArray(S, neighbors.z(), at).mul(DoubleVector.fromArray(S, vectorZ, at)))
                    .intoArray(along, lane);
        }
    }

    private void loadChanges() {
        for (int i = 0; i < group; i++) {
            for (int k = 0; k < reachedCount; k++) {
                int lane = reached[k];
                radialTiles[i].changes(
                        neighbors,
                        block + lane / L,
                        firstRadial + i,
                        lane,
                        along,
                        radialWeights,
                        i * channels * STRIDE);
            }
        }
    }

    private void accumulateFunctionChanges() {
        accumulate(radial, functionWeights);
    }

    private void accumulateRadialChanges() {
        accumulate(radialWeights, values);
    }
}
