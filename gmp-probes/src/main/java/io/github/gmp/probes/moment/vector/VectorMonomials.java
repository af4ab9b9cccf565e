package io.github.gmp.probes.moment.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.Monomials;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Monomials} of a tile, by the same formulas. */
final class VectorMonomials extends VectorPairFunctions {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    private final Monomials monomials;
    private final int maxDegree;
    private final int stride;

    VectorMonomials(Monomials monomials, int stride) {
        this.monomials = monomials;
        maxDegree = monomials.maxDegree();
        this.stride = stride;
    }

    @Override
    void evaluate(CenterNeighbors neighbors, int from, int size, double[] values) {
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector x = DoubleVector.fromArray(S, neighbors.x(), from + lane);
            DoubleVector y = DoubleVector.fromArray(S, neighbors.y(), from + lane);
            DoubleVector z = DoubleVector.fromArray(S, neighbors.z(), from + lane);
            DoubleVector.broadcast(S, 1.0).intoArray(values, lane);
            for (int degree = 1; degree <= maxDegree; degree++) {
                int lower = monomials.offset(degree - 1) * stride + lane;
                int lowerCount = monomials.count(degree - 1);
                int here = monomials.offset(degree) * stride + lane;
                for (int i = 0; i < lowerCount; i++) {
                    x.mul(DoubleVector.fromArray(S, values, lower + i * stride)).intoArray(values, here + i * stride);
                }
                for (int i = lowerCount - degree; i < lowerCount; i++) {
                    y.mul(DoubleVector.fromArray(S, values, lower + i * stride))
                            .intoArray(values, here + (degree + i) * stride);
                }
                z.mul(DoubleVector.fromArray(S, values, lower + (lowerCount - 1) * stride))
                        .intoArray(values, here + (degree + lowerCount) * stride);
            }
        }
    }

    @Override
    void tangent(double[] values, double[] vx, double[] vy, double[] vz, int from, int size, double[] tangents) {
        for (int lane = 0; lane < size; lane += L) {
            for (int i = 0; i < monomials.size(); i++) {
                DoubleVector.zero(S).intoArray(tangents, i * stride + lane);
            }
            for (int degree = 0; degree < maxDegree; degree++) {
                int here = monomials.offset(degree);
                int above = monomials.offset(degree + 1);
                for (int t = 0; t <= degree; t++) {
                    int row = t * (t + 1) / 2;
                    addRow(
                            (here + row) * stride + lane,
                            (above + row) * stride + lane,
                            degree,
                            t,
                            values,
                            vx,
                            vy,
                            vz,
                            from + lane,
                            tangents);
                }
            }
        }
    }

    /** What the monomials of one row b + c = t contribute to the changes of the degree above. */
    private void addRow(
            int here,
            int timesX,
            int degree,
            int t,
            double[] values,
            double[] vx,
            double[] vy,
            double[] vz,
            int direction,
            double[] tangents) {
        DoubleVector byX = DoubleVector.fromArray(S, vx, direction).mul(degree - t + 1.0);
        DoubleVector y = DoubleVector.fromArray(S, vy, direction);
        DoubleVector z = DoubleVector.fromArray(S, vz, direction);
        int timesY = timesX + (t + 1) * stride;
        for (int s = 0; s <= t; s++) {
            int step = s * stride;
            DoubleVector value = DoubleVector.fromArray(S, values, here + step);
            byX.fma(value, DoubleVector.fromArray(S, tangents, timesX + step)).intoArray(tangents, timesX + step);
            y.mul(t - s + 1.0)
                    .fma(value, DoubleVector.fromArray(S, tangents, timesY + step))
                    .intoArray(tangents, timesY + step);
            z.mul(s + 1.0)
                    .fma(value, DoubleVector.fromArray(S, tangents, timesY + step + stride))
                    .intoArray(tangents, timesY + step + stride);
        }
    }

    @Override
    void gradient(double[] weights, double[] values, int size, double[] gradient) {
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector.zero(S).intoArray(gradient, lane);
            DoubleVector.zero(S).intoArray(gradient, stride + lane);
            DoubleVector.zero(S).intoArray(gradient, 2 * stride + lane);
            for (int degree = 0; degree < maxDegree; degree++) {
                addGradient(degree, weights, values, lane, gradient);
            }
        }
    }

    private void addGradient(int degree, double[] weights, double[] values, int lane, double[] gradient) {
        DoubleVector gx = DoubleVector.fromArray(S, gradient, lane);
        DoubleVector gy = DoubleVector.fromArray(S, gradient, stride + lane);
        DoubleVector gz = DoubleVector.fromArray(S, gradient, 2 * stride + lane);
        int here = monomials.offset(degree) * stride + lane;
        int above = monomials.offset(degree + 1) * stride + lane;
        for (int t = 0; t <= degree; t++) {
            int row = t * (t + 1) / 2 * stride;
            double byX = degree - t + 1;
            for (int s = 0; s <= t; s++) {
                int at = row + s * stride;
                int timesY = above + at + (t + 1) * stride;
                DoubleVector value = DoubleVector.fromArray(S, values, here + at);
                gx = value.mul(byX).fma(DoubleVector.fromArray(S, weights, above + at), gx);
                gy = value.mul(t - s + 1.0).fma(DoubleVector.fromArray(S, weights, timesY), gy);
                gz = value.mul(s + 1.0).fma(DoubleVector.fromArray(S, weights, timesY + stride), gz);
            }
        }
        gx.intoArray(gradient, lane);
        gy.intoArray(gradient, stride + lane);
        gz.intoArray(gradient, 2 * stride + lane);
    }
}
