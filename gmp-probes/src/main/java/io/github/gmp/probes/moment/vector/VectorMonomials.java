package io.github.gmp.probes.moment.vector;

import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.Monomials;
import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Monomials} of a tile, by the same formulas. */
final class VectorMonomials extends VectorPairFunctions {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    private final Monomials monomials;
    private final int maxDegree;
    private final int stride;
    /** Every monomial but those of the largest degree times x and times y, as numbers of functions; times z is the one after times y. */
    private final int[] timesX;

    private final int[] timesY;
    /** ∂(x · monomial)/∂x = factor · monomial, and so on. */
    private final double[] byX;

    private final double[] byY;
    private final double[] byZ;

    VectorMonomials(Monomials monomials, int stride) {
        this.monomials = monomials;
        maxDegree = monomials.maxDegree();
        this.stride = stride;
        int count = monomials.offset(maxDegree);
        timesX = new int[count];
        timesY = new int[count];
        byX = new double[count];
        byY = new double[count];
        byZ = new double[count];
        int i = 0;
        for (int degree = 0; degree < maxDegree; degree++) {
            int above = monomials.offset(degree + 1);
            for (int t = 0; t <= degree; t++) {
                for (int s = 0; s <= t; s++, i++) {
                    timesX[i] = above + t * (t + 1) / 2 + s;
                    timesY[i] = timesX[i] + t + 1;
                    byX[i] = degree - t + 1;
                    byY[i] = t - s + 1;
                    byZ[i] = s + 1;
                }
            }
        }
    }

    @Override
    Runnable evaluation(MomentTile tile) {
        return () -> evaluate(tile.neighbors, tile.from(), tile.size, tile.values);
    }

    @Override
    Runnable tangent(MomentTile tile) {
        return () -> tangent(
                tile.values, tile.vectorX, tile.vectorY, tile.vectorZ, tile.from(), tile.size, tile.functionWeights);
    }

    @Override
    Runnable gradient(MomentTile tile) {
        return () -> gradient(tile.functionWeights, tile.values, tile.size, tile.gradient);
    }

    private void evaluate(CenterNeighbors neighbors, int from, int size, double[] values) {
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector.broadcast(S, 1.0).intoArray(values, lane);
            for (int degree = 1; degree <= maxDegree; degree++) {
                int lower = monomials.offset(degree - 1);
                int lowerCount = monomials.count(degree - 1);
                int here = monomials.offset(degree);
                multiply(neighbors.x(), from, lane, values, lower, here, lowerCount);
                // The last ones have no x: y times the last ones of the degree below, and z^degree.
                multiply(neighbors.y(), from, lane, values, lower + lowerCount - degree, here + lowerCount, degree);
                multiply(neighbors.z(), from, lane, values, here - 1, here + degree + lowerCount, 1);
            }
        }
    }

    /** A few functions times a coordinate. */
    private void multiply(double[] axis, int from, int lane, double[] values, int first, int to, int count) {
        DoubleVector factor = DoubleVector.fromArray(S, axis, from + lane);
        int source = first * stride + lane;
        int target = to * stride + lane;
        for (int i = 0; i < count; i++) {
            factor.mul(DoubleVector.fromArray(S, values, source)).intoArray(values, target);
            source += stride;
            target += stride;
        }
    }

    private void tangent(
            double[] values, double[] vx, double[] vy, double[] vz, int from, int size, double[] tangents) {
        for (int lane = 0; lane < size; lane += L) {
            for (int i = 0; i < monomials.size(); i++) {
                DoubleVector.zero(S).intoArray(tangents, i * stride + lane);
            }
            DoubleVector x = DoubleVector.fromArray(S, vx, from + lane);
            DoubleVector y = DoubleVector.fromArray(S, vy, from + lane);
            DoubleVector z = DoubleVector.fromArray(S, vz, from + lane);
            for (int i = 0; i < timesX.length; i++) {
                DoubleVector value = DoubleVector.fromArray(S, values, i * stride + lane);
                int toX = timesX[i] * stride + lane;
                int toY = timesY[i] * stride + lane;
                x.mul(byX[i])
                        .fma(value, DoubleVector.fromArray(S, tangents, toX))
                        .intoArray(tangents, toX);
                y.mul(byY[i])
                        .fma(value, DoubleVector.fromArray(S, tangents, toY))
                        .intoArray(tangents, toY);
                z.mul(byZ[i])
                        .fma(value, DoubleVector.fromArray(S, tangents, toY + stride))
                        .intoArray(tangents, toY + stride);
            }
        }
    }

    private void gradient(double[] weights, double[] values, int size, double[] gradient) {
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector gx = DoubleVector.zero(S);
            DoubleVector gy = DoubleVector.zero(S);
            DoubleVector gz = DoubleVector.zero(S);
            for (int i = 0; i < timesX.length; i++) {
                DoubleVector value = DoubleVector.fromArray(S, values, i * stride + lane);
                int y = timesY[i] * stride + lane;
                gx = value.mul(byX[i]).fma(DoubleVector.fromArray(S, weights, timesX[i] * stride + lane), gx);
                gy = value.mul(byY[i]).fma(DoubleVector.fromArray(S, weights, y), gy);
                gz = value.mul(byZ[i]).fma(DoubleVector.fromArray(S, weights, y + stride), gz);
            }
            gx.intoArray(gradient, lane);
            gy.intoArray(gradient, stride + lane);
            gz.intoArray(gradient, 2 * stride + lane);
        }
    }
}
