package io.github.gmp.bp.symmetry.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.CenterEnvironment;
import io.github.gmp.bp.symmetry.CenterPlan;
import io.github.gmp.bp.symmetry.PairTangent;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The changes of the triplets of a tile. Scratch memory, used by one thread. */
final class TripletTangent {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;
    private static final int STRIDE = TripletTile.STRIDE;

    private final TripletTile tile;
    /** Change of cos θ. */
    private final double[] cosineTangent = new double[STRIDE];
    /** Change of r_jk². */
    private final double[] squareTangent = new double[STRIDE];
    /** Change of e_η(r_ij²) e_η(r_ik²), {@code [η][lane]}. */
    private double[] productTangents = new double[0];
    /** Change of W, and W times the change of cos θ, of one group. */
    private final double[] weightTangent = new double[STRIDE];

    private final double[] turn = new double[STRIDE];

    TripletTangent(TripletTile tile) {
        this.tile = tile;
    }

    void reserve(CenterPlan plan) {
        int size = plan.screened().length * STRIDE;
        if (productTangents.length < size) {
            productTangents = new double[size];
        }
    }

    void add(
            CenterEnvironment environment,
            CenterPlan plan,
            PairTangent tangent,
            MomentSums moments,
            MomentSums slopeMoments,
            double[] sums) {
        tile.loadThird(plan, true);
        for (int unit = 0; unit < tile.units; unit++) {
            loadGeometry(environment, tangent, unit);
            for (int e = 0; e < plan.screened().length; e++) {
                loadProduct(environment, tangent, e, unit);
            }
        }
        CenterPlan.Group[] groups = plan.groups();
        for (int g = 0; g < groups.length; g++) {
            loadWeights(groups[g]);
            moments.add(g, weightTangent, 0, tile.ones, 0, tile.cosine, tile.size());
            slopeMoments.add(g, turn, 0, tile.ones, 0, tile.cosine, tile.size());
            addPowers(plan, groups[g], sums);
        }
    }

    private void loadGeometry(CenterEnvironment environment, PairTangent tangent, int unit) {
        int j = tile.outer[unit];
        int k = tile.inner[unit];
        int at = unit * L;
        DoubleVector dot = DoubleVector.fromArray(S, environment.x(), k)
                .mul(tangent.x()[j])
                .add(DoubleVector.fromArray(S, environment.y(), k).mul(tangent.y()[j]))
                .add(DoubleVector.fromArray(S, environment.z(), k).mul(tangent.z()[j]))
                .add(DoubleVector.fromArray(S, tangent.x(), k).mul(environment.x()[j]))
                .add(DoubleVector.fromArray(S, tangent.y(), k).mul(environment.y()[j]))
                .add(DoubleVector.fromArray(S, tangent.z(), k).mul(environment.z()[j]));
        DoubleVector squareK = DoubleVector.fromArray(S, tangent.square(), k);
        squareK.add(tangent.square()[j]).sub(dot.add(dot)).intoArray(squareTangent, at);
        double inverseJ = environment.inverse()[j];
        DoubleVector inverseK = DoubleVector.fromArray(S, environment.inverse(), k);
        DoubleVector stretch = squareK.mul(inverseK).mul(inverseK).add(tangent.square()[j] * inverseJ * inverseJ);
        dot.mul(inverseK)
                .mul(inverseJ)
                .sub(DoubleVector.fromArray(S, tile.cosine, at).mul(0.5).mul(stretch))
                .intoArray(cosineTangent, at);
    }

    private void loadProduct(CenterEnvironment environment, PairTangent tangent, int e, int unit) {
        int j = e * environment.capacity() + tile.outer[unit];
        int k = e * environment.capacity() + tile.inner[unit];
        DoubleVector.fromArray(S, environment.screened(), k)
                .mul(tangent.screened()[j])
                .add(DoubleVector.fromArray(S, tangent.screened(), k)
                        .mul(environment.screened()[j]))
                .mul(DoubleVector.fromArray(S, tile.counts, unit * L))
                .intoArray(productTangents, e * STRIDE + unit * L);
    }

    private void loadWeights(CenterPlan.Group group) {
        int eta = group.eta() * STRIDE;
        for (int lane = 0; lane < tile.size(); lane += L) {
            DoubleVector product = DoubleVector.fromArray(S, tile.products, eta + lane);
            DoubleVector change = DoubleVector.fromArray(S, productTangents, eta + lane);
            if (group.thirdSide()) {
                DoubleVector third = DoubleVector.fromArray(S, tile.third, eta + lane);
                DoubleVector bySquare = DoubleVector.fromArray(S, tile.thirdSlopes, eta + lane)
                        .mul(DoubleVector.fromArray(S, squareTangent, lane));
                change.mul(third).add(product.mul(bySquare)).intoArray(weightTangent, lane);
                product.mul(third)
                        .mul(DoubleVector.fromArray(S, cosineTangent, lane))
                        .intoArray(turn, lane);
            } else {
                change.intoArray(weightTangent, lane);
                product.mul(DoubleVector.fromArray(S, cosineTangent, lane)).intoArray(turn, lane);
            }
        }
    }

    private void addPowers(CenterPlan plan, CenterPlan.Group group, double[] sums) {
        for (int m = group.first(); m < group.end(); m++) {
            if (!plan.isPolynomial(m)) {
                for (int lane = 0; lane < tile.size(); lane++) {
                    if (tile.counts[lane] != 0) {
                        double cosine = tile.cosine[lane];
                        sums[m] +=
                                weightTangent[lane] * plan.power(m, cosine) + turn[lane] * plan.powerSlope(m, cosine);
                    }
                }
            }
        }
    }
}
