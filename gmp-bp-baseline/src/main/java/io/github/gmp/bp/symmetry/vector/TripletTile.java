package io.github.gmp.bp.symmetry.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.CenterEnvironment;
import io.github.gmp.bp.symmetry.CenterPlan;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/**
 * Some triplets of a center: units of one neighbor j and a block of neighbors k, a lane each. Where both are of one section, lanes with k ≤ j
 * have a weight of zero. Scratch memory, used by one thread.
 */
final class TripletTile {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;
    /** Units of a tile: its arrays should stay in the first-level cache. */
    static final int UNITS = 24;

    static final int STRIDE = UNITS * L;

    /** Rows of L weights: lanes after number 0, 1, … L − 1 of a block, and in the last row all. */
    private static final double[] AFTER = after();

    private static double[] after() {
        double[] rows = new double[(L + 1) * L];
        for (int row = 0; row < L; row++) {
            for (int lane = row + 1; lane < L; lane++) {
                rows[row * L + lane] = 1;
            }
        }
        Arrays.fill(rows, L * L, rows.length, 1);
        return rows;
    }

    private final ScreenedTile screened = new ScreenedTile();
    int units;
    final int[] outer = new int[UNITS];
    final int[] inner = new int[UNITS];
    /** cos θ. */
    final double[] cosine = new double[STRIDE];
    /** r_jk² in Å². */
    final double[] square = new double[STRIDE];
    /** 1 for a triplet that counts, 0 for one that does not. */
    final double[] counts = new double[STRIDE];
    /** e_η(r_ij²) e_η(r_ik²), {@code [η][lane]}. */
    double[] products = new double[0];
    /** e_η(r_jk²) and its derivative by r_jk², {@code [η][lane]}. */
    double[] third = new double[0];

    double[] thirdSlopes = new double[0];
    /** What stands for e_η(r_jk²) where the third side does not enter. */
    final double[] ones = new double[STRIDE];

    TripletTile() {
        Arrays.fill(ones, 1);
    }

    void reserve(CenterPlan plan) {
        int size = plan.screened().length * STRIDE;
        if (products.length < size) {
            products = new double[size];
            third = new double[size];
            thirdSlopes = new double[size];
        }
    }

    /** Lanes in use. */
    int size() {
        return units * L;
    }

    /**
     * Appends units of one neighbor j.
     *
     * @param environment the neighbors
     * @param plan the functions
     * @param j lane of the neighbor
     * @param from lane of the first block of neighbors k
     * @param end one past the lanes of the last block; no more blocks than there is room for
     * @param isTriangular whether only k &gt; j count, in the first block
     */
    void append(CenterEnvironment environment, CenterPlan plan, int j, int from, int end, boolean isTriangular) {
        int first = units;
        for (int k = from; k < end; k += L) {
            outer[units] = j;
            inner[units++] = k;
        }
        loadGeometry(environment, j, from, first);
        DoubleVector.fromArray(S, AFTER, (isTriangular ? j - from : L) * L).intoArray(counts, first * L);
        for (int unit = first + 1; unit < units; unit++) {
            DoubleVector.fromArray(S, AFTER, L * L).intoArray(counts, unit * L);
        }
        for (int e = 0; e < plan.screened().length; e++) {
            loadProducts(environment, e, j, from, first);
        }
    }

    private void loadGeometry(CenterEnvironment environment, int j, int from, int first) {
        double[] x = environment.x();
        double[] y = environment.y();
        double[] z = environment.z();
        DoubleVector xj = DoubleVector.broadcast(S, x[j]);
        DoubleVector yj = DoubleVector.broadcast(S, y[j]);
        DoubleVector zj = DoubleVector.broadcast(S, z[j]);
        double squareJ = environment.square()[j];
        double inverseJ = environment.inverse()[j];
        int k = from;
        for (int at = first * L; at < units * L; at += L) {
            DoubleVector dot = DoubleVector.fromArray(S, x, k)
                    .mul(xj)
                    .add(DoubleVector.fromArray(S, y, k).mul(yj))
                    .add(DoubleVector.fromArray(S, z, k).mul(zj));
            dot.mul(DoubleVector.fromArray(S, environment.inverse(), k))
                    .mul(inverseJ)
                    .intoArray(cosine, at);
            DoubleVector.fromArray(S, environment.square(), k)
                    .add(squareJ)
                    .sub(dot.add(dot))
                    .intoArray(square, at);
            k += L;
        }
    }

    private void loadProducts(CenterEnvironment environment, int e, int j, int from, int first) {
        double[] screened = environment.screened();
        int row = e * environment.capacity();
        double atJ = screened[row + j];
        int k = row + from;
        for (int at = first * L; at < units * L; at += L) {
            DoubleVector.fromArray(S, screened, k)
                    .mul(atJ)
                    .mul(DoubleVector.fromArray(S, counts, at))
                    .intoArray(products, e * STRIDE + at);
            k += L;
        }
    }

    /** e_η of the third sides. */
    void loadThird(CenterPlan plan, boolean withSlopes) {
        for (int e = 0; e < plan.screened().length; e++) {
            if (withSlopes) {
                screened.valuesAndSlopes(plan.screened()[e], square, 0, size(), third, thirdSlopes, e * STRIDE);
            } else {
                screened.values(plan.screened()[e], square, 0, size(), third, e * STRIDE);
            }
        }
    }
}
