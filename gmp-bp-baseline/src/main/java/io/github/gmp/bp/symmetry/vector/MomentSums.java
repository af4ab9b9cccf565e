package io.github.gmp.bp.symmetry.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.CenterPlan;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.util.Arrays;

/** Σ W cos^q θ of every group, one vector each until the sums are done. Scratch memory, used by one thread. */
final class MomentSums {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    private double[] partial = new double[0];
    private double[] sums = new double[0];
    private int row;
    private int size;

    void clear(CenterPlan plan) {
        row = plan.highestMoment() + 1;
        size = plan.groups().length * row;
        if (sums.length < size) {
            sums = new double[size];
            // Five moments at a time are written, also where a group has fewer.
            partial = new double[(size + 5) * L];
        }
        Arrays.fill(partial, 0, size * L, 0);
    }

    /**
     * Adds W cos^q θ with W = factor · other factor.
     *
     * @param group number of the group
     * @param factor first factor, from {@code offset} on
     * @param other second factor, from {@code otherOffset} on
     * @param cosine cos θ
     * @param lanes number of lanes
     */
    void add(int group, double[] factor, int offset, double[] other, int otherOffset, double[] cosine, int lanes) {
        int to = group * row * L;
        if (row == 5) {
            addFive(factor, offset, other, otherOffset, cosine, lanes, to);
        } else {
            for (int q = 0; q < row; q++) {
                addOne(q, factor, offset, other, otherOffset, cosine, lanes, to + q * L);
            }
        }
    }

    /** ζ up to 4, the usual case. */
    private void addFive(
            double[] factor, int offset, double[] other, int otherOffset, double[] cosine, int lanes, int to) {
        DoubleVector m0 = DoubleVector.fromArray(S, partial, to);
        DoubleVector m1 = DoubleVector.fromArray(S, partial, to + L);
        DoubleVector m2 = DoubleVector.fromArray(S, partial, to + 2 * L);
        DoubleVector m3 = DoubleVector.fromArray(S, partial, to + 3 * L);
        DoubleVector m4 = DoubleVector.fromArray(S, partial, to + 4 * L);
        for (int lane = 0; lane < lanes; lane += L) {
            DoubleVector w = DoubleVector.fromArray(S, factor, offset + lane)
                    .mul(DoubleVector.fromArray(S, other, otherOffset + lane));
            DoubleVector c = DoubleVector.fromArray(S, cosine, lane);
            DoubleVector square = c.mul(c);
            DoubleVector wSquare = w.mul(square);
            m0 = m0.add(w);
            m1 = w.fma(c, m1);
            m2 = m2.add(wSquare);
            m3 = wSquare.fma(c, m3);
            m4 = wSquare.fma(square, m4);
        }
        m0.intoArray(partial, to);
        m1.intoArray(partial, to + L);
        m2.intoArray(partial, to + 2 * L);
        m3.intoArray(partial, to + 3 * L);
        m4.intoArray(partial, to + 4 * L);
    }

    private void addOne(
            int q, double[] factor, int offset, double[] other, int otherOffset, double[] cosine, int lanes, int to) {
        DoubleVector sum = DoubleVector.fromArray(S, partial, to);
        for (int lane = 0; lane < lanes; lane += L) {
            DoubleVector w = DoubleVector.fromArray(S, factor, offset + lane)
                    .mul(DoubleVector.fromArray(S, other, otherOffset + lane));
            DoubleVector c = DoubleVector.fromArray(S, cosine, lane);
            for (int i = 0; i < q; i++) {
                w = w.mul(c);
            }
            sum = sum.add(w);
        }
        sum.intoArray(partial, to);
    }

    /** @return the moments, {@code [group][q]}; overwritten by the next call */
    double[] sums() {
        Arrays.fill(sums, 0, size, 0);
        Lanes.addUp(partial, size, sums);
        return sums;
    }
}
