package io.github.gmp.probes.moment.vector;

import static io.github.gmp.probes.moment.vector.MomentTile.BLOCKS;
import static io.github.gmp.probes.moment.vector.MomentTile.GROUP;
import static io.github.gmp.probes.moment.vector.MomentTile.L;
import static io.github.gmp.probes.moment.vector.MomentTile.STRIDE;

import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.MomentKernel;
import io.github.gmp.probes.moment.MomentPlan;
import io.github.gmp.toolkit.kernel.Stages;
import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/**
 * Lanes are neighbors of one center: a tile of a few blocks at a time, first its angular functions, then the radial functions of a few
 * probes, then the products of the two. Blocks that no probe of the group reaches are left out.
 *
 * <p>Everything a loop needs lies in fields and arrays; vectors never leave the method that made them, and what belongs together is a stage
 * of its own, see {@link Stages}.
 */
public final class VectorMomentKernel implements MomentKernel {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;

    private final MomentTile tile;
    private final MomentSums sums;
    private final MomentGradient gradient;
    private final RadialTile[] radialTiles = new RadialTile[GROUP];

    private final Stages sumTile;
    private final Stages sumGroup;
    private final Stages pullTile;
    private final Stages pullGroup;
    private final Stages pushTile;
    private final Stages pushGroup;

    /** What radial functions are multiplied with, per lane of the center. */
    private double[] radialFactors = new double[0];
    /** 1 per lane of the center. */
    private double[] ones = new double[0];

    /** @param plan what to sum */
    public VectorMomentKernel(MomentPlan plan) {
        tile = new MomentTile(plan);
        sums = new MomentSums(tile, plan.sums());
        gradient = new MomentGradient(tile);
        for (int i = 0; i < GROUP; i++) {
            radialTiles[i] = new RadialTile(tile.channels, STRIDE);
        }
        VectorPairFunctions functions = VectorPairFunctions.of(plan.functions(), STRIDE);
        Runnable evaluation = functions.evaluation(tile);
        sumTile = Stages.of(evaluation, this::sumGroups);
        sumGroup = Stages.of(this::loadExponentials, this::loadValues, sums::addValues);
        pullTile = Stages.of(evaluation, this::pullGroups, functions.gradient(tile), gradient::finish);
        pullGroup = Stages.of(this::loadExponentials, this::loadValues, gradient::pullChannels, this::addSlopes);
        pushTile = Stages.of(evaluation, functions.tangent(tile), this::project, this::pushGroups);
        pushGroup = Stages.of(
                this::loadExponentials,
                this::loadValues,
                this::loadChanges,
                sums::addFunctionChanges,
                sums::addRadialChanges);
    }

    @Override
    public int lanes() {
        return L;
    }

    @Override
    public void addSums(CenterNeighbors center, double[] sumsOfCenter) {
        sums.clear();
        radialFactors = center.weight();
        runTiles(center, sumTile);
        sums.addTo(sumsOfCenter);
    }

    @Override
    public void pullback(CenterNeighbors center, double[] sumGradient, double[] gx, double[] gy, double[] gz) {
        reserveOnes(center);
        radialFactors = ones;
        gradient.setSumGradient(sumGradient);
        tile.setVectors(gx, gy, gz);
        runTiles(center, pullTile);
    }

    private void reserveOnes(CenterNeighbors center) {
        if (ones.length < center.x().length) {
            ones = new double[center.x().length];
            Arrays.fill(ones, 1);
        }
    }

    @Override
    public void addTangents(CenterNeighbors center, double[] vx, double[] vy, double[] vz, double[] sumTangent) {
        sums.clear();
        radialFactors = center.weight();
        tile.setVectors(vx, vy, vz);
        runTiles(center, pushTile);
        sums.addTo(sumTangent);
    }

    private void runTiles(CenterNeighbors center, Stages stages) {
        tile.neighbors = center;
        for (tile.block = center.firstBlock(); tile.block < center.endBlock(); tile.block += BLOCKS) {
            tile.size = Math.min(BLOCKS, center.endBlock() - tile.block) * L;
            stages.run();
        }
    }

    private void runGroups(Stages stages) {
        for (tile.firstRadial = 0; tile.firstRadial < tile.radials; tile.firstRadial += GROUP) {
            tile.group = Math.min(GROUP, tile.radials - tile.firstRadial);
            tile.findReached();
            if (tile.reachedCount > 0) {
                stages.run();
            }
        }
    }

    private void sumGroups() {
        runGroups(sumGroup);
    }

    private void pullGroups() {
        Arrays.fill(tile.functionWeights, 0);
        Arrays.fill(tile.along, 0);
        runGroups(pullGroup);
    }

    private void pushGroups() {
        runGroups(pushGroup);
    }

    private void loadExponentials() {
        for (int i = 0; i < tile.group; i++) {
            radialTiles[i].loadExponentials(
                    tile.neighbors, tile.block, tile.firstRadial + i, tile.reached, tile.reachedCount);
        }
    }

    private void loadValues() {
        for (int i = 0; i < tile.group; i++) {
            for (int k = 0; k < tile.reachedCount; k++) {
                int lane = tile.reached[k];
                radialTiles[i].values(
                        tile.neighbors,
                        tile.block + lane / L,
                        tile.firstRadial + i,
                        lane,
                        radialFactors,
                        tile.radial,
                        i * tile.channels * STRIDE);
            }
        }
    }

    private void loadChanges() {
        for (int i = 0; i < tile.group; i++) {
            for (int k = 0; k < tile.reachedCount; k++) {
                int lane = tile.reached[k];
                radialTiles[i].changes(
                        tile.neighbors,
                        tile.block + lane / L,
                        tile.firstRadial + i,
                        lane,
                        tile.along,
                        tile.radialWeights,
                        i * tile.channels * STRIDE);
            }
        }
    }

    private void addSlopes() {
        for (int i = 0; i < tile.group; i++) {
            for (int k = 0; k < tile.reachedCount; k++) {
                int lane = tile.reached[k];
                radialTiles[i].addSlopes(
                        tile.neighbors,
                        tile.block + lane / L,
                        tile.firstRadial + i,
                        lane,
                        tile.radialWeights,
                        i * tile.channels * STRIDE,
                        tile.along);
            }
        }
    }

    /** x·v per lane of the tile. */
    private void project() {
        CenterNeighbors neighbors = tile.neighbors;
        for (int lane = 0; lane < tile.size; lane += L) {
            int at = tile.from() + lane;
            DoubleVector.fromArray(S, neighbors.x(), at)
                    .mul(DoubleVector.fromArray(S, tile.vectorX, at))
                    .add(DoubleVector.fromArray(S, neighbors.y(), at).mul(DoubleVector.fromArray(S, tile.vectorY, at)))
                    .add(DoubleVector.fromArray(S, neighbors.z(), at).mul(DoubleVector.fromArray(S, tile.vectorZ, at)))
                    .intoArray(tile.along, lane);
        }
    }
}
