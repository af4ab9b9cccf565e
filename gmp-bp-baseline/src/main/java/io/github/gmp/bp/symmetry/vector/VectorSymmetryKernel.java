package io.github.gmp.bp.symmetry.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.CenterEnvironment;
import io.github.gmp.bp.symmetry.CenterPlan;
import io.github.gmp.bp.symmetry.PairGradient;
import io.github.gmp.bp.symmetry.PairTangent;
import io.github.gmp.bp.symmetry.SymmetryKernel;

/** Lanes are neighbors k of one neighbor j; triplets are worked on in tiles that fit into the first-level cache. */
public final class VectorSymmetryKernel implements SymmetryKernel {
    private static final int L = Lanes.COUNT;

    /** What is done with a tile that is full, or the last one. */
    private interface TileTask {
        void run();
    }

    private final PairLoader pairs = new PairLoader();
    private final TripletTile tile = new TripletTile();
    private final MomentSums moments = new MomentSums();
    private final MomentSums slopeMoments = new MomentSums();
    private final TripletGradient gradientTile = new TripletGradient(tile);
    private final TripletTangent tangentTile = new TripletTangent(tile);

    @Override
    public int lanes() {
        return L;
    }

    @Override
    public void loadPairs(CenterEnvironment environment, CenterPlan plan, int lanesUsed, boolean withSlopes) {
        pairs.load(environment, plan, lanesUsed, withSlopes);
    }

    @Override
    public void addAngular(CenterEnvironment environment, CenterPlan plan, int a, int b, double[] sums) {
        moments.clear(plan);
        forEachTile(environment, plan, a, b, () -> addTile(plan, sums));
        plan.addMoments(moments.sums(), sums);
    }

    private void forEachTile(CenterEnvironment environment, CenterPlan plan, int a, int b, TileTask task) {
        tile.reserve(plan);
        tile.units = 0;
        int endJ = environment.begin(a) + environment.count(a);
        int endK = environment.begin(b) + Lanes.padded(environment.count(b));
        for (int j = environment.begin(a); j < endJ; j++) {
            boolean isTriangular = a == b;
            int k = isTriangular ? j / L * L : environment.begin(b);
            while (k < endK) {
                if (tile.units == TripletTile.UNITS) {
                    task.run();
                    tile.units = 0;
                }
                int end = Math.min(endK, k + (TripletTile.UNITS - tile.units) * L);
                tile.append(environment, plan, j, k, end, isTriangular);
                isTriangular = false;
                k = end;
            }
        }
        task.run();
    }

    private void addTile(CenterPlan plan, double[] sums) {
        tile.loadThird(plan, false);
        CenterPlan.Group[] groups = plan.groups();
        for (int g = 0; g < groups.length; g++) {
            int eta = groups[g].eta() * TripletTile.STRIDE;
            boolean thirdSide = groups[g].thirdSide();
            double[] other = thirdSide ? tile.third : tile.ones;
            int otherOffset = thirdSide ? eta : 0;
            moments.add(g, tile.products, eta, other, otherOffset, tile.cosine, tile.size());
            addPowers(plan, groups[g], eta, other, otherOffset, sums);
        }
    }

    /** Members that are no polynomials, one triplet at a time. */
    private void addPowers(
            CenterPlan plan, CenterPlan.Group group, int offset, double[] other, int otherOffset, double[] sums) {
        for (int m = group.first(); m < group.end(); m++) {
            if (!plan.isPolynomial(m)) {
                for (int lane = 0; lane < tile.size(); lane++) {
                    double w = tile.products[offset + lane] * other[otherOffset + lane];
                    if (w != 0) {
                        sums[m] += w * plan.power(m, tile.cosine[lane]);
                    }
                }
            }
        }
    }

    @Override
    public void pullAngular(
            CenterEnvironment environment, CenterPlan plan, int a, int b, double[] weights, PairGradient gradient) {
        gradientTile.prepare(plan, weights);
        forEachTile(environment, plan, a, b, () -> gradientTile.add(environment, plan, weights, gradient));
    }

    @Override
    public void pushAngular(
            CenterEnvironment environment, CenterPlan plan, int a, int b, PairTangent tangent, double[] sums) {
        moments.clear(plan);
        slopeMoments.clear(plan);
        tangentTile.reserve(plan);
        forEachTile(
                environment,
                plan,
                a,
                b,
                () -> tangentTile.add(environment, plan, tangent, moments, slopeMoments, sums));
        plan.addMoments(moments.sums(), sums);
        plan.addSlopeMoments(slopeMoments.sums(), sums);
    }
}
