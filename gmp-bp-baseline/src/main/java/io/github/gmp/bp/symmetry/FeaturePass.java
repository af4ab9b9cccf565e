package io.github.gmp.bp.symmetry;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.bp.symmetry.kernel.TripletTile;

import java.util.Arrays;

/** Features. */
final class FeaturePass extends SymmetryPass {
    private final double[] result;

    /** @param result receives the features, {@code [centers][features]} */
    FeaturePass(
            SymmetryEngine engine, NeighborList neighbors, int[] slots, SymmetryWorkspace workspace, double[] result) {
        super(engine, neighbors, slots, workspace, false);
        this.result = result;
    }

    @Override
    void begin() {
        double[] sums = workspace.sums;
        Arrays.fill(sums, 0, plan.sums() * kernel.lanes(), 0);
        kernel.pairs().addRadial(pairs, plan.gaussians, sums);
        for (CenterPlan.Wave wave : plan.waves) {
            addWave(wave, sums);
        }
    }

    @Override
    void finish() {
        kernel.arrays().reduce(workspace.sums, plan.sums(), workspace.reduced);
        plan.writeFeatures(workspace.reduced, result, row(center));
    }

    private void addWave(CenterPlan.Wave wave, double[] sums) {
        int lanes = kernel.lanes();
        for (int p = 0; p < pairs.places; p++) {
            sums[(pairs.channel[p] + wave.index()) * lanes + p % lanes] +=
                    wave.function().value(pairs.distance[p]) * pairs.cutoff[p];
        }
    }

    @Override
    void weigh() {
        for (int g = 0; g < plan.groups.length; g++) {
            CenterPlan.Group group = plan.groups[g];
            double[] gaussians = pairs.gaussians[group.eta()];
            int offset = g * TripletTile.CAPACITY;
            if (group.thirdSide()) {
                plan.etas[group.eta()].weigh(
                        kernel, tile, gaussians, workspace.cutoff, workspace.work, workspace.weights, offset);
            } else {
                kernel.triplets().weigh(tile, gaussians, workspace.masks, workspace.masks, workspace.weights, offset);
            }
        }
    }

    @Override
    void sum() {
        addSums(workspace.weights, plan.valueRows, workspace.sums);
    }
}
