package io.github.gmp.bp.symmetry.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.CenterEnvironment;
import io.github.gmp.bp.symmetry.CenterPlan;
import io.github.gmp.bp.symmetry.PairGradient;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/**
 * The gradient through the triplets of a tile. All members of a group collapse into one polynomial A(cos θ) and its derivative. Scratch
 * memory, used by one thread.
 */
final class TripletGradient {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;
    private static final int STRIDE = TripletTile.STRIDE;

    private final TripletTile tile;
    /** A of each group, {@code [group][q]}. */
    private double[] polynomials = new double[0];
    /** A and dA/d(cos θ) of one group. */
    private final double[] factor = new double[STRIDE];

    private final double[] factorSlope = new double[STRIDE];
    /** ∂E/∂(cos θ) and ∂E/∂(r_jk²). */
    private final double[] byCosine = new double[STRIDE];

    private final double[] bySquare = new double[STRIDE];
    /** ∂E/∂(e_η(r_ij²) e_η(r_ik²)), {@code [η][lane]}. */
    private double[] byProduct = new double[0];

    TripletGradient(TripletTile tile) {
        this.tile = tile;
    }

    void prepare(CenterPlan plan, double[] weights) {
        int size = plan.groups().length * (plan.highestMoment() + 1);
        if (polynomials.length < size) {
            polynomials = new double[size];
        }
        if (byProduct.length < plan.screened().length * STRIDE) {
            byProduct = new double[plan.screened().length * STRIDE];
        }
        plan.combine(weights, polynomials);
    }

    void add(CenterEnvironment environment, CenterPlan plan, double[] weights, PairGradient gradient) {
        tile.loadThird(plan, true);
        int size = tile.size();
        Arrays.fill(byCosine, 0, size, 0);
        Arrays.fill(bySquare, 0, size, 0);
        for (int e = 0; e < plan.screened().length; e++) {
            Arrays.fill(byProduct, e * STRIDE, e * STRIDE + size, 0);
        }
        CenterPlan.Group[] groups = plan.groups();
        int row = plan.highestMoment() + 1;
        for (int g = 0; g < groups.length; g++) {
            loadFactors(g * row, row);
            addPowers(plan, groups[g], weights);
            if (groups[g].thirdSide()) {
                addGroupWithThird(groups[g].eta() * STRIDE);
            } else {
                addGroup(groups[g].eta() * STRIDE);
            }
        }
        int unit = 0;
        while (unit < tile.units) {
            int end = unit + 1;
            while (end < tile.units && tile.outer[end] == tile.outer[unit]) {
                end++;
            }
            spreadGeometry(environment, unit, end, gradient);
            for (int e = 0; e < plan.screened().length; e++) {
                spreadProducts(environment, e, unit, end, gradient);
            }
            unit = end;
        }
    }

    private void loadFactors(int from, int row) {
        for (int lane = 0; lane < tile.size(); lane += L) {
            DoubleVector c = DoubleVector.fromArray(S, tile.cosine, lane);
            DoubleVector value = DoubleVector.broadcast(S, polynomials[from + row - 1]);
            DoubleVector slope = DoubleVector.zero(S);
            for (int q = row - 2; q >= 0; q--) {
                slope = slope.fma(c, value);
                value = value.fma(c, DoubleVector.broadcast(S, polynomials[from + q]));
            }
            value.intoArray(factor, lane);
            slope.intoArray(factorSlope, lane);
        }
    }

    private void addPowers(CenterPlan plan, CenterPlan.Group group, double[] weights) {
        for (int m = group.first(); m < group.end(); m++) {
            if (!plan.isPolynomial(m)) {
                for (int lane = 0; lane < tile.size(); lane++) {
                    if (tile.counts[lane] != 0) {
                        factor[lane] += weights[m] * plan.power(m, tile.cosine[lane]);
                        factorSlope[lane] += weights[m] * plan.powerSlope(m, tile.cosine[lane]);
                    }
                }
            }
        }
    }

    private void addGroupWithThird(int eta) {
        for (int lane = 0; lane < tile.size(); lane += L) {
            DoubleVector product = DoubleVector.fromArray(S, tile.products, eta + lane);
            DoubleVector third = DoubleVector.fromArray(S, tile.third, eta + lane);
            DoubleVector a = DoubleVector.fromArray(S, factor, lane);
            DoubleVector.fromArray(S, factorSlope, lane)
                    .mul(product)
                    .fma(third, DoubleVector.fromArray(S, byCosine, lane))
                    .intoArray(byCosine, lane);
            a.mul(product)
                    .fma(
                            DoubleVector.fromArray(S, tile.thirdSlopes, eta + lane),
                            DoubleVector.fromArray(S, bySquare, lane))
                    .intoArray(bySquare, lane);
            a.fma(third, DoubleVector.fromArray(S, byProduct, eta + lane)).intoArray(byProduct, eta + lane);
        }
    }

    private void addGroup(int eta) {
        for (int lane = 0; lane < tile.size(); lane += L) {
            DoubleVector.fromArray(S, factorSlope, lane)
                    .fma(
                            DoubleVector.fromArray(S, tile.products, eta + lane),
                            DoubleVector.fromArray(S, byCosine, lane))
                    .intoArray(byCosine, lane);
            DoubleVector.fromArray(S, factor, lane)
                    .add(DoubleVector.fromArray(S, byProduct, eta + lane))
                    .intoArray(byProduct, eta + lane);
        }
    }

    /** From cos θ and r_jk² to the pair vectors, units of one j. */
    private void spreadGeometry(CenterEnvironment environment, int first, int end, PairGradient gradient) {
        int j = tile.outer[first];
        double xj = environment.x()[j];
        double yj = environment.y()[j];
        double zj = environment.z()[j];
        double inverseJ = environment.inverse()[j];
        DoubleVector sumX = DoubleVector.zero(S);
        DoubleVector sumY = DoubleVector.zero(S);
        DoubleVector sumZ = DoubleVector.zero(S);
        DoubleVector sumAlong = DoubleVector.zero(S);
        for (int unit = first; unit < end; unit++) {
            int k = tile.inner[unit];
            DoubleVector cosineGradient = DoubleVector.fromArray(S, byCosine, unit * L);
            DoubleVector squareGradient = DoubleVector.fromArray(S, bySquare, unit * L);
            squareGradient = squareGradient.add(squareGradient);
            DoubleVector inverseK = DoubleVector.fromArray(S, environment.inverse(), k);
            DoubleVector byDot = cosineGradient.mul(inverseK).mul(inverseJ).sub(squareGradient);
            sumX = byDot.fma(DoubleVector.fromArray(S, environment.x(), k), sumX);
            sumY = byDot.fma(DoubleVector.fromArray(S, environment.y(), k), sumY);
            sumZ = byDot.fma(DoubleVector.fromArray(S, environment.z(), k), sumZ);
            DoubleVector turn = cosineGradient.mul(DoubleVector.fromArray(S, tile.cosine, unit * L));
            sumAlong = sumAlong.add(squareGradient.sub(turn.mul(inverseJ * inverseJ)));
            byDot.mul(xj).add(DoubleVector.fromArray(S, gradient.x(), k)).intoArray(gradient.x(), k);
            byDot.mul(yj).add(DoubleVector.fromArray(S, gradient.y(), k)).intoArray(gradient.y(), k);
            byDot.mul(zj).add(DoubleVector.fromArray(S, gradient.z(), k)).intoArray(gradient.z(), k);
            squareGradient
                    .sub(turn.mul(inverseK).mul(inverseK))
                    .add(DoubleVector.fromArray(S, gradient.along(), k))
                    .intoArray(gradient.along(), k);
        }
        gradient.x()[j] += sumX.reduceLanes(VectorOperators.ADD);
        gradient.y()[j] += sumY.reduceLanes(VectorOperators.ADD);
        gradient.z()[j] += sumZ.reduceLanes(VectorOperators.ADD);
        gradient.along()[j] += sumAlong.reduceLanes(VectorOperators.ADD);
    }

    /** From the product of two e_η to each of them, units of one j. */
    private void spreadProducts(CenterEnvironment environment, int e, int first, int end, PairGradient gradient) {
        int row = e * environment.capacity();
        int j = row + tile.outer[first];
        double atJ = environment.screened()[j];
        DoubleVector sum = DoubleVector.zero(S);
        for (int unit = first; unit < end; unit++) {
            int k = row + tile.inner[unit];
            DoubleVector byBoth = DoubleVector.fromArray(S, byProduct, e * STRIDE + unit * L)
                    .mul(DoubleVector.fromArray(S, tile.counts, unit * L));
            sum = byBoth.fma(DoubleVector.fromArray(S, environment.screened(), k), sum);
            byBoth.mul(atJ)
                    .add(DoubleVector.fromArray(S, gradient.screened(), k))
                    .intoArray(gradient.screened(), k);
        }
        gradient.screened()[j] += sum.reduceLanes(VectorOperators.ADD);
    }
}
