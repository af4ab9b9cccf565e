package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.bp.symmetry.kernel.TripletKernel;

import java.util.Arrays;

/** Gradients of Σ g G by positions and strain. */
final class PullbackPass extends SymmetryPass {
    private final double[] gradient;
    private final GeometryVector.Accumulator accumulator;

    /**
     * @param gradient g, {@code [centers][features]}
     * @param accumulator receives the gradient by positions and strain
     */
    PullbackPass(
            SymmetryEngine engine,
            NeighborList neighbors,
            int[] slots,
            SymmetryWorkspace workspace,
            double[] gradient,
            GeometryVector.Accumulator accumulator) {
        super(engine, neighbors, slots, workspace, true);
        this.gradient = gradient;
        this.accumulator = accumulator;
    }

    /** Centers without weight cost nothing. */
    @Override
    boolean isWanted() {
        int row = row(center);
        for (int c = row; c < row + layout.labels().size(); c++) {
            // Not a comparison of sums: NaN must go through to the caller.
            if (gradient[c] != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    void begin() {
        plan.readGradient(gradient, row(center), workspace.reduced, workspace.slopeCoefficients);
        Arrays.fill(pairs.bySquare, 0, pairs.places, 0);
        kernel.pairs().pullRadial(pairs, plan.gaussians, workspace.reduced);
        for (CenterPlan.Wave wave : plan.waves) {
            pullWave(wave);
        }
        if (plan.groups.length > 0) {
            clearPulls();
        }
    }

    @Override
    void finish() {
        boolean triplets = plan.groups.length > 0;
        if (triplets) {
            workspace.reserveFirstPull(pairs.places);
            for (int n = 0; n < 4; n++) {
                kernel.arrays().reduce(pairs.firstPull[n], pairs.places, workspace.firstPull[n]);
            }
        }
        int begin = neighbors.begin(center);
        int end = neighbors.end(center);
        for (int pair = begin; pair < end; pair++) {
            int p = workspace.placeOfNeighbor[pair - begin];
            double own = 2 * pairs.bySquare[p];
            double gx = 0;
            double gy = 0;
            double gz = 0;
            if (triplets) {
                own += pairs.ownPull[p] + workspace.firstPull[3][p];
                gx = pairs.pull[0][p] + workspace.firstPull[0][p];
                gy = pairs.pull[1][p] + workspace.firstPull[1][p];
                gz = pairs.pull[2][p] + workspace.firstPull[2][p];
            }
            accumulator.add(
                    neighbors, center, pair, gx + own * pairs.x[p], gy + own * pairs.y[p], gz + own * pairs.z[p]);
        }
    }

    private void clearPulls() {
        for (int n = 0; n < 3; n++) {
            Arrays.fill(pairs.pull[n], 0, pairs.places, 0);
        }
        Arrays.fill(pairs.ownPull, 0, pairs.places, 0);
        for (double[] pull : pairs.firstPull) {
            Arrays.fill(pull, 0, pairs.places * kernel.lanes(), 0);
        }
    }

    private void pullWave(CenterPlan.Wave wave) {
        for (int p = 0; p < pairs.places; p++) {
            double weight = workspace.reduced[pairs.channel[p] + wave.index()];
            pairs.bySquare[p] += weight * WaveSlopes.bySquare(wave.function(), pairs, p);
        }
    }

    @Override
    void weigh() {
        int length = tile.length();
        Arrays.fill(tile.byCosine, 0, length, 0);
        Arrays.fill(tile.bySquare, 0, length, 0);
        Arrays.fill(tile.byFirst, 0, length, 0);
        Arrays.fill(tile.bySecond, 0, length, 0);
        for (int g = 0; g < plan.groups.length; g++) {
            CenterPlan.Group group = plan.groups[g];
            if (group.thirdSide()) {
                loadThirdSide(plan.etas[group.eta()]);
                addSensitivities(g, workspace.third, workspace.thirdSlope);
            } else {
                addSensitivities(g, workspace.masks, workspace.zeros);
            }
        }
    }

    @Override
    void sum() {
        kernel.derivatives().pull(pairs, tile);
    }

    private void addSensitivities(int g, double[] third, double[] thirdSlope) {
        CenterPlan.Group group = plan.groups[g];
        double[] gaussians = pairs.gaussians[group.eta()];
        double[] slopes = pairs.gaussianSlopes[group.eta()];
        if (g < plan.momentGroups) {
            kernel.derivatives()
                    .addMomentSensitivities(
                            tile,
                            gaussians,
                            slopes,
                            third,
                            thirdSlope,
                            workspace.reduced,
                            plan.angularStride,
                            plan.angularBegin + g * TripletKernel.MOMENTS);
        }
        if (group.otherCount() > 0) {
            combine(group, workspace.reduced, plan.angularBegin, plan.valueRows, workspace.angular);
            combine(group, workspace.slopeCoefficients, 0, plan.slopeRows, workspace.angularSlope);
            kernel.derivatives()
                    .addSensitivities(
                            tile, gaussians, slopes, third, thirdSlope, workspace.angular, workspace.angularSlope);
        }
    }

    private void combine(CenterPlan.Group group, double[] coefficients, int begin, int[] rows, double[] result) {
        kernel.derivatives()
                .combine(
                        tile,
                        coefficients,
                        begin + group.otherFirst(),
                        plan.angularStride,
                        workspace.powers,
                        rows,
                        group.otherFirst(),
                        group.otherPadded(),
                        result);
    }
}
