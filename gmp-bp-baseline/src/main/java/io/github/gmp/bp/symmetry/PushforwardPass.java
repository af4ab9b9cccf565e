package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.bp.symmetry.kernel.TripletTile;

import java.util.Arrays;

/** Changes of the features under a tangent. */
final class PushforwardPass extends SymmetryPass {
    private final GeometryVector tangent;
    private final double[] pairTangent = new double[3];

    private final double[] result;

    /**
     * @param tangent changes of positions and strain
     * @param result receives the changes of the features, {@code [centers][features]}
     */
    PushforwardPass(
            SymmetryEngine engine,
            NeighborList neighbors,
            int[] slots,
            SymmetryWorkspace workspace,
            GeometryVector tangent,
            double[] result) {
        super(engine, neighbors, slots, workspace, true);
        this.tangent = tangent;
        this.result = result;
    }

    @Override
    void begin() {
        loadTangents();
        int length = plan.sums() * kernel.lanes();
        Arrays.fill(workspace.sums, 0, length, 0);
        Arrays.fill(workspace.slopeSums, 0, length, 0);
        kernel.pairs().pushRadial(pairs, plan.gaussians, workspace.sums);
        for (CenterPlan.Wave wave : plan.waves) {
            pushWave(wave);
        }
    }

    @Override
    void finish() {
        kernel.arrays().reduce(workspace.sums, plan.sums(), workspace.reduced);
        kernel.arrays().reduce(workspace.slopeSums, plan.sums(), workspace.reducedSlopes);
        plan.addCosineChanges(workspace.reducedSlopes, workspace.reduced);
        plan.writeFeatures(workspace.reduced, result, row(center));
    }

    private void loadTangents() {
        int begin = neighbors.begin(center);
        int end = neighbors.end(center);
        Arrays.fill(pairs.tangentX, 0, pairs.places, 0);
        Arrays.fill(pairs.tangentY, 0, pairs.places, 0);
        Arrays.fill(pairs.tangentZ, 0, pairs.places, 0);
        for (int pair = begin; pair < end; pair++) {
            tangent.pairTangent(neighbors, center, pair, pairTangent);
            int p = workspace.placeOfNeighbor[pair - begin];
            pairs.tangentX[p] = pairTangent[0];
            pairs.tangentY[p] = pairTangent[1];
            pairs.tangentZ[p] = pairTangent[2];
        }
        kernel.pairs().pairTangents(pairs);
        for (int e = 0; e < plan.etas.length; e++) {
            kernel.arrays()
                    .multiply(
                            pairs.gaussianSlopes[e],
                            0,
                            pairs.tangentSquare,
                            0,
                            pairs.gaussianTangents[e],
                            0,
                            pairs.places);
        }
    }

    private void pushWave(CenterPlan.Wave wave) {
        int lanes = kernel.lanes();
        for (int p = 0; p < pairs.places; p++) {
            workspace.sums[(pairs.channel[p] + wave.index()) * lanes + p % lanes] +=
                    WaveSlopes.bySquare(wave.function(), pairs, p) * pairs.tangentSquare[p];
        }
    }

    @Override
    void weigh() {
        kernel.derivatives().tripletTangents(pairs, tile);
        for (int g = 0; g < plan.groups.length; g++) {
            CenterPlan.Group group = plan.groups[g];
            if (group.thirdSide()) {
                loadThirdSide(plan.etas[group.eta()]);
                weigh(group.eta(), g * TripletTile.CAPACITY, workspace.third, workspace.thirdSlope);
            } else {
                weigh(group.eta(), g * TripletTile.CAPACITY, workspace.masks, workspace.zeros);
            }
        }
    }

    @Override
    void sum() {
        addSums(workspace.weights, plan.valueRows, workspace.sums);
        addSums(workspace.slopeWeights, plan.slopeRows, workspace.slopeSums);
    }

    private void weigh(int eta, int offset, double[] third, double[] thirdSlope) {
        double[] gaussians = pairs.gaussians[eta];
        kernel.derivatives()
                .weighTangents(
                        tile, gaussians, pairs.gaussianTangents[eta], third, thirdSlope, workspace.weights, offset);
        kernel.triplets().weigh(tile, gaussians, third, tile.cosineTangent, workspace.slopeWeights, offset);
    }
}
