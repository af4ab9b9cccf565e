package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.neighbor.NeighborList;

import java.util.Arrays;

/**
 * GMP features of the centers of a neighbor list. Keeps the moments of all centers (memory O(centers × moments)); pullback and pushforward
 * go over the pairs again, so nothing per pair is stored.
 */
final class GmpEvaluation implements DescriptorEvaluation {
    private final MomentEngine engine;
    private final CenterMoments centerMoments;
    private final MomentInvariants invariants;
    private final NeighborList neighbors;
    private final StructureSpecies slots;
    /** μ, {@code [centers][moments]}. */
    private final double[] moments;

    private final Matrix features;

    GmpEvaluation(
            MomentEngine engine,
            CenterMoments centerMoments,
            MomentInvariants invariants,
            NeighborList neighbors,
            StructureSpecies slots) {
        this.engine = engine;
        this.centerMoments = centerMoments;
        this.invariants = invariants;
        this.neighbors = neighbors;
        this.slots = slots;
        moments = new double[Math.multiplyExact(neighbors.centers(), centerMoments.count())];
        features = computeFeatures();
    }

    private Matrix computeFeatures() {
        int width = invariants.labels().size();
        int momentCount = centerMoments.count();
        double[] result = new double[Math.multiplyExact(neighbors.centers(), width)];
        MultipoleWorkspace work = engine.borrow();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            int row = center - neighbors.firstCenter();
            slots.load(work, neighbors, center, false);
            centerMoments.evaluate(work, slots, slots.ofAtom()[center]);
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
        MultipoleWorkspace work = engine.borrow();
        int momentCount = centerMoments.count();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            int row = center - neighbors.firstCenter();
            System.arraycopy(moments, row * momentCount, work.moments, 0, momentCount);
            Arrays.fill(work.momentGradient, 0);
            invariants.pullback(work.moments, featureGradient.array(), row * features.columns(), work.momentGradient);
            slots.load(work, neighbors, center, true);
            work.reserveVectors();
            centerMoments.pullback(work, slots);
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
        MultipoleWorkspace work = engine.borrow();
        int momentCount = centerMoments.count();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            int row = center - neighbors.firstCenter();
            slots.load(work, neighbors, center, true);
            work.reserveVectors();
            int begin = neighbors.begin(center);
            for (int n = 0; n < work.neighbors.count(); n++) {
                tangent.pairTangent(neighbors, center, begin + n, pairTangent);
                int lane = work.neighbors.lane(n);
                work.vectorX[lane] = pairTangent[0];
                work.vectorY[lane] = pairTangent[1];
                work.vectorZ[lane] = pairTangent[2];
            }
            centerMoments.pushforward(work, slots);
            System.arraycopy(moments, row * momentCount, work.moments, 0, momentCount);
            invariants.pushforward(work.moments, work.momentGradient, result, row * features.columns());
        }
        engine.giveBack(work);
        return Matrix.wrap(features.rows(), features.columns(), result);
    }
}
