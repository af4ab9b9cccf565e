package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.invariant.MomentInvariants;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.probes.moment.OverlapTable;

import java.util.Arrays;

/**
 * GMP features of the centers of a neighbor list. Keeps the moments of all centers (memory O(centers × moments)); pullback and pushforward
 * go over the pairs again, so nothing per pair is stored.
 */
final class GmpEvaluation implements DescriptorEvaluation {
    private final MomentEngine engine;
    private final NeighborList neighbors;
    private final int[] slotOfAtom;
    private final OverlapTable[] tableOfSlot;
    /** μ, {@code [centers][moments]}. */
    private final double[] moments;

    private final Matrix features;

    GmpEvaluation(MomentEngine engine, NeighborList neighbors, int[] slotOfAtom, OverlapTable[] tableOfSlot) {
        this.engine = engine;
        this.neighbors = neighbors;
        this.slotOfAtom = slotOfAtom;
        this.tableOfSlot = tableOfSlot;
        moments =
                new double[Math.multiplyExact(neighbors.centers(), engine.plan().moments())];
        features = computeFeatures();
    }

    private Matrix computeFeatures() {
        MomentInvariants invariants = engine.invariants();
        int width = invariants.labels().size();
        int momentCount = engine.plan().moments();
        double[] result = new double[Math.multiplyExact(neighbors.centers(), width)];
        Workspace work = engine.borrow();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            int row = center - neighbors.firstCenter();
            Arrays.fill(work.sums, 0);
            engine.addCenter(tableOfSlot[slotOfAtom[center]], work.sums);
            work.neighbors.load(neighbors, center, slotOfAtom, tableOfSlot, false);
            work.kernel.addSums(work.neighbors, work.sums);
            engine.plan().toMoments(work.sums, work.moments);
            System.arraycopy(work.moments, 0, moments, row * momentCount, momentCount);
            invariants.evaluate(work.moments, result, row * width);
        }
        engine.giveBack(work);
        return Matrix.wrap(neighbors.centers(), width, result);
    }

    @Override
    public Matrix features() {
        return features;
    }

    @Override
    public GeometryVector pullback(Matrix featureGradient) {
        if (featureGradient.rows() != features.rows() || featureGradient.columns() != features.columns()) {
            throw new IllegalArgumentException("the feature gradient is " + featureGradient.rows() + " x "
                    + featureGradient.columns() + ", the features are " + features.rows() + " x " + features.columns());
        }
        GeometryVector.Accumulator result = new GeometryVector.Accumulator(neighbors.atoms());
        Workspace work = engine.borrow();
        int momentCount = engine.plan().moments();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            int row = center - neighbors.firstCenter();
            System.arraycopy(moments, row * momentCount, work.moments, 0, momentCount);
            Arrays.fill(work.momentGradient, 0);
            engine.invariants()
                    .pullback(work.moments, featureGradient.array(), row * features.columns(), work.momentGradient);
            engine.plan().toSumGradient(work.momentGradient, work.sums);
            work.neighbors.load(neighbors, center, slotOfAtom, tableOfSlot, true);
            work.reserveVectors();
            work.kernel.pullback(work.neighbors, work.sums, work.vectorX, work.vectorY, work.vectorZ);
            int begin = neighbors.begin(center);
            for (int n = 0; n < work.neighbors.count(); n++) {
                int lane = work.neighbors.lane(n);
                result.add(neighbors, center, begin + n, work.vectorX[lane], work.vectorY[lane], work.vectorZ[lane]);
            }
        }
        engine.giveBack(work);
        return result.result();
    }

    @Override
    public Matrix pushforward(GeometryVector tangent) {
        if (tangent.atoms() != neighbors.atoms()) {
            throw new IllegalArgumentException(
                    "the tangent has " + tangent.atoms() + " atoms, the structure has " + neighbors.atoms());
        }
        double[] result = new double[features.rows() * features.columns()];
        double[] pairTangent = new double[3];
        Workspace work = engine.borrow();
        int momentCount = engine.plan().moments();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            int row = center - neighbors.firstCenter();
            work.neighbors.load(neighbors, center, slotOfAtom, tableOfSlot, true);
            work.reserveVectors();
            int begin = neighbors.begin(center);
            for (int n = 0; n < work.neighbors.count(); n++) {
                tangent.pairTangent(neighbors, center, begin + n, pairTangent);
                int lane = work.neighbors.lane(n);
                work.vectorX[lane] = pairTangent[0];
                work.vectorY[lane] = pairTangent[1];
                work.vectorZ[lane] = pairTangent[2];
            }
            Arrays.fill(work.sums, 0);
            work.kernel.addTangents(work.neighbors, work.vectorX, work.vectorY, work.vectorZ, work.sums);
            engine.plan().toMoments(work.sums, work.momentGradient);
            System.arraycopy(moments, row * momentCount, work.moments, 0, momentCount);
            engine.invariants().pushforward(work.moments, work.momentGradient, result, row * features.columns());
        }
        engine.giveBack(work);
        return Matrix.wrap(features.rows(), features.columns(), result);
    }
}
