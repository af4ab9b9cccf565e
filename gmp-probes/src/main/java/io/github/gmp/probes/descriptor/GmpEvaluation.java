package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.invariant.MomentInvariants;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;

import java.util.Arrays;

/**
 * GMP features of one structure. Keeps the moments of all centres (memory O(atoms × moments)); pullback and pushforward go over the pairs
 * again, so nothing per pair is stored.
 */
final class GmpEvaluation implements DescriptorEvaluation {
    private final MomentPlan plan;
    private final MomentInvariants invariants;
    private final CutoffFunction cutoff;
    private final NeighborList neighbors;
    /** Radial functions of the element of each atom. */
    private final OverlapTable[] tables;
    /** μ, {@code [centers][moments]}. */
    private final double[] moments;

    private final Matrix features;

    GmpEvaluation(
            MomentPlan plan,
            MomentInvariants invariants,
            CutoffFunction cutoff,
            NeighborList neighbors,
            OverlapTable[] tables) {
        this.plan = plan;
        this.invariants = invariants;
        this.cutoff = cutoff;
        this.neighbors = neighbors;
        this.tables = tables;
        moments = new double[Math.multiplyExact(tables.length, plan.moments())];
        features = computeFeatures();
    }

    private Matrix computeFeatures() {
        int width = invariants.labels().size();
        double[] result = new double[Math.multiplyExact(tables.length, width)];
        PairKernel kernel = new PairKernel(plan, cutoff);
        double[] sums = new double[plan.sums()];
        double[] ofCenter = new double[plan.moments()];
        for (int i = 0; i < tables.length; i++) {
            Arrays.fill(sums, 0);
            // The centre's own density counts, too.
            kernel.moveTo(tables[i], 0, 0, 0, 0);
            kernel.addTo(sums);
            for (int p = neighbors.begin(i); p < neighbors.end(i); p++) {
                kernel.moveTo(
                        tables[neighbors.neighbor(p)],
                        neighbors.dx(p),
                        neighbors.dy(p),
                        neighbors.dz(p),
                        neighbors.distance(p));
                kernel.addTo(sums);
            }
            plan.toMoments(sums, ofCenter);
            System.arraycopy(ofCenter, 0, moments, i * plan.moments(), ofCenter.length);
            invariants.evaluate(ofCenter, result, i * width);
        }
        return Matrix.wrap(tables.length, width, result);
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
        PairKernel kernel = new PairKernel(plan, cutoff);
        GeometryVector.Accumulator result = new GeometryVector.Accumulator(tables.length);
        double[] ofCenter = new double[plan.moments()];
        double[] momentGradient = new double[plan.moments()];
        double[] sumGradient = new double[plan.sums()];
        double[] gradient = new double[3];
        for (int i = 0; i < tables.length; i++) {
            System.arraycopy(moments, i * plan.moments(), ofCenter, 0, ofCenter.length);
            Arrays.fill(momentGradient, 0);
            invariants.pullback(ofCenter, featureGradient.array(), i * features.columns(), momentGradient);
            plan.toSumGradient(momentGradient, sumGradient);
            for (int p = neighbors.begin(i); p < neighbors.end(i); p++) {
                kernel.moveToWithSlopes(
                        tables[neighbors.neighbor(p)],
                        neighbors.dx(p),
                        neighbors.dy(p),
                        neighbors.dz(p),
                        neighbors.distance(p));
                kernel.pullback(sumGradient, gradient);
                result.add(neighbors, i, p, gradient[0], gradient[1], gradient[2]);
            }
        }
        return result.result();
    }

    @Override
    public Matrix pushforward(GeometryVector tangent) {
        if (tangent.atoms() != tables.length) {
            throw new IllegalArgumentException(
                    "the tangent has " + tangent.atoms() + " atoms, the structure has " + tables.length);
        }
        PairKernel kernel = new PairKernel(plan, cutoff);
        double[] result = new double[features.rows() * features.columns()];
        double[] ofCenter = new double[plan.moments()];
        double[] momentTangent = new double[plan.moments()];
        double[] sumTangent = new double[plan.sums()];
        double[] vectorTangent = new double[3];
        for (int i = 0; i < tables.length; i++) {
            Arrays.fill(sumTangent, 0);
            for (int p = neighbors.begin(i); p < neighbors.end(i); p++) {
                tangent.pairTangent(neighbors, i, p, vectorTangent);
                kernel.moveToWithSlopes(
                        tables[neighbors.neighbor(p)],
                        neighbors.dx(p),
                        neighbors.dy(p),
                        neighbors.dz(p),
                        neighbors.distance(p));
                kernel.pushforward(vectorTangent, sumTangent);
            }
            plan.toMoments(sumTangent, momentTangent);
            System.arraycopy(moments, i * plan.moments(), ofCenter, 0, ofCenter.length);
            invariants.pushforward(ofCenter, momentTangent, result, i * features.columns());
        }
        return Matrix.wrap(features.rows(), features.columns(), result);
    }
}
