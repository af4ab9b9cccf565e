package io.github.gmp.probes.moment.vector;

import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.SolidHarmonics;
import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link SolidHarmonics} of a tile, by the same formulas. */
final class VectorSolidHarmonics extends VectorPairFunctions {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    private final int maxDegree;
    private final int stride;
    /** (2l−1) / ((l+m)(l−m)) and 1 / ((l+m)(l−m)), {@code [l][m]} with rows of maxDegree + 1. */
    private final double[] alpha;

    private final double[] beta;

    VectorSolidHarmonics(int maxDegree, int stride) {
        this.maxDegree = maxDegree;
        this.stride = stride;
        int row = maxDegree + 1;
        alpha = new double[row * row];
        beta = new double[row * row];
        for (int l = 1; l <= maxDegree; l++) {
            for (int m = 0; m < l; m++) {
                beta[l * row + m] = 1.0 / ((l + m) * (l - m));
                alpha[l * row + m] = (2 * l - 1) * beta[l * row + m];
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
            DoubleVector x = DoubleVector.fromArray(S, neighbors.x(), from + lane);
            DoubleVector y = DoubleVector.fromArray(S, neighbors.y(), from + lane);
            DoubleVector cosine = DoubleVector.broadcast(S, 1.0);
            DoubleVector sine = DoubleVector.zero(S);
            cosine.intoArray(values, lane);
            for (int m = 1; m <= maxDegree; m++) {
                double scale = 0.5 / m;
                DoubleVector sx = x.mul(scale);
                DoubleVector sy = y.mul(scale);
                DoubleVector next = sx.mul(cosine).sub(sy.mul(sine));
                sine = sx.mul(sine).add(sy.mul(cosine));
                cosine = next;
                int at = SolidHarmonics.place(m, m) * stride + lane;
                cosine.intoArray(values, at);
                sine.intoArray(values, at + stride);
            }
            zonal(neighbors, from, lane, values);
            for (int m = 1; m < maxDegree; m++) {
                column(m, neighbors, from, lane, values);
            }
        }
    }

    /** All degrees of m = 0. */
    private void zonal(CenterNeighbors neighbors, int from, int lane, double[] values) {
        if (maxDegree == 0) {
            return;
        }
        int row = maxDegree + 1;
        DoubleVector z = DoubleVector.fromArray(S, neighbors.z(), from + lane);
        DoubleVector square = DoubleVector.fromArray(S, neighbors.square(), from + lane);
        DoubleVector before = DoubleVector.broadcast(S, 1.0);
        DoubleVector here = z;
        here.intoArray(values, stride + lane);
        for (int l = 2; l <= maxDegree; l++) {
            DoubleVector next = z.mul(alpha[l * row])
                    .mul(here)
                    .sub(square.mul(beta[l * row]).mul(before));
            next.intoArray(values, l * l * stride + lane);
            before = here;
            here = next;
        }
    }

    /** All degrees of one m above m itself, which is there already. */
    private void column(int m, CenterNeighbors neighbors, int from, int lane, double[] values) {
        int row = maxDegree + 1;
        DoubleVector z = DoubleVector.fromArray(S, neighbors.z(), from + lane);
        DoubleVector square = DoubleVector.fromArray(S, neighbors.square(), from + lane);
        int diagonal = SolidHarmonics.place(m, m) * stride + lane;
        DoubleVector cosineBefore = DoubleVector.fromArray(S, values, diagonal);
        DoubleVector sineBefore = DoubleVector.fromArray(S, values, diagonal + stride);
        DoubleVector cosineHere = z.mul(cosineBefore);
        DoubleVector sineHere = z.mul(sineBefore);
        int next = SolidHarmonics.place(m + 1, m) * stride + lane;
        cosineHere.intoArray(values, next);
        sineHere.intoArray(values, next + stride);
        for (int l = m + 2; l <= maxDegree; l++) {
            DoubleVector a = z.mul(alpha[l * row + m]);
            DoubleVector b = square.mul(beta[l * row + m]);
            DoubleVector cosineNext = a.mul(cosineHere).sub(b.mul(cosineBefore));
            DoubleVector sineNext = a.mul(sineHere).sub(b.mul(sineBefore));
            int at = SolidHarmonics.place(l, m) * stride + lane;
            cosineNext.intoArray(values, at);
            sineNext.intoArray(values, at + stride);
            cosineBefore = cosineHere;
            sineBefore = sineHere;
            cosineHere = cosineNext;
            sineHere = sineNext;
        }
    }

    private void tangent(
            double[] values, double[] vx, double[] vy, double[] vz, int from, int size, double[] tangents) {
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector.zero(S).intoArray(tangents, lane);
            for (int l = 1; l <= maxDegree; l++) {
                zonalTangent(l, values, vx, vy, vz, from, lane, tangents);
                innerTangent(l, values, vx, vy, vz, from, lane, tangents);
                outerTangent(l, values, vx, vy, vz, from, lane, tangents);
            }
        }
    }

    /** m = 0. */
    private void zonalTangent(
            int l, double[] values, double[] vx, double[] vy, double[] vz, int from, int lane, double[] tangents) {
        int below = (l - 1) * (l - 1) * stride + lane;
        DoubleVector change = DoubleVector.fromArray(S, vz, from + lane).mul(DoubleVector.fromArray(S, values, below));
        int target = l * l * stride + lane;
        if (l == 1) {
            change.intoArray(tangents, target);
            return;
        }
        change.sub(DoubleVector.fromArray(S, vx, from + lane).mul(DoubleVector.fromArray(S, values, below + stride)))
                .sub(DoubleVector.fromArray(S, vy, from + lane)
                        .mul(DoubleVector.fromArray(S, values, below + 2 * stride)))
                .intoArray(tangents, target);
    }

    /** 1 ≤ m ≤ l − 2, where all functions of the degree below exist; C^0 stands where C^{m−1}, S^{m−1} of m = 1 are expected. */
    private void innerTangent(
            int l, double[] values, double[] vx, double[] vy, double[] vz, int from, int lane, double[] tangents) {
        DoubleVector hx = DoubleVector.fromArray(S, vx, from + lane).mul(0.5);
        DoubleVector hy = DoubleVector.fromArray(S, vy, from + lane).mul(0.5);
        DoubleVector tz = DoubleVector.fromArray(S, vz, from + lane);
        int below = (l - 1) * (l - 1);
        for (int m = 1; m + 2 <= l; m++) {
            int at = (below + 2 * m - 1) * stride + lane;
            double present = m > 1 ? 1 : 0;
            DoubleVector cosineLess = DoubleVector.fromArray(S, values, m > 1 ? at - 2 * stride : at - stride);
            DoubleVector sineLess =
                    DoubleVector.fromArray(S, values, at - stride).mul(present);
            DoubleVector cosineMore = DoubleVector.fromArray(S, values, at + 2 * stride);
            DoubleVector sineMore = DoubleVector.fromArray(S, values, at + 3 * stride);
            int target = (l * l + 2 * m - 1) * stride + lane;
            tz.mul(DoubleVector.fromArray(S, values, at))
                    .add(hx.mul(cosineLess.sub(cosineMore)))
                    .sub(hy.mul(sineMore.add(sineLess)))
                    .intoArray(tangents, target);
            tz.mul(DoubleVector.fromArray(S, values, at + stride))
                    .add(hx.mul(sineLess.sub(sineMore)))
                    .add(hy.mul(cosineMore.add(cosineLess)))
                    .intoArray(tangents, target + stride);
        }
    }

    /** m = l − 1 and m = l, where some functions of the degree below do not exist. */
    private void outerTangent(
            int l, double[] values, double[] vx, double[] vy, double[] vz, int from, int lane, double[] tangents) {
        DoubleVector hx = DoubleVector.fromArray(S, vx, from + lane).mul(0.5);
        DoubleVector hy = DoubleVector.fromArray(S, vy, from + lane).mul(0.5);
        DoubleVector tz = DoubleVector.fromArray(S, vz, from + lane);
        int below = (l - 1) * (l - 1);
        for (int m = Math.max(1, l - 1); m <= l; m++) {
            int at = (below + 2 * m - 1) * stride + lane;
            double lessPresent = m > 1 ? 1 : 0;
            double samePresent = m < l ? 1 : 0;
            DoubleVector cosineLess = DoubleVector.fromArray(S, values, m > 1 ? at - 2 * stride : at - stride);
            DoubleVector sineLess =
                    DoubleVector.fromArray(S, values, at - stride).mul(lessPresent);
            // For m = l these are functions of the degree above, multiplied by zero.
            DoubleVector same = tz.mul(samePresent);
            int target = (l * l + 2 * m - 1) * stride + lane;
            same.mul(DoubleVector.fromArray(S, values, at))
                    .add(hx.mul(cosineLess))
                    .sub(hy.mul(sineLess))
                    .intoArray(tangents, target);
            same.mul(DoubleVector.fromArray(S, values, at + stride))
                    .add(hx.mul(sineLess))
                    .add(hy.mul(cosineLess))
                    .intoArray(tangents, target + stride);
        }
    }

    private void gradient(double[] weights, double[] values, int size, double[] gradient) {
        for (int lane = 0; lane < size; lane += L) {
            // m = 0 and m = 1 first: they are special.
            DoubleVector gx = DoubleVector.zero(S);
            DoubleVector gy = DoubleVector.zero(S);
            DoubleVector gz = DoubleVector.zero(S);
            for (int l = 0; l < maxDegree; l++) {
                int above = (l + 1) * (l + 1) * stride + lane;
                DoubleVector value = DoubleVector.fromArray(S, values, l * l * stride + lane);
                gx = DoubleVector.fromArray(S, weights, above + stride).fma(value, gx);
                gy = DoubleVector.fromArray(S, weights, above + 2 * stride).fma(value, gy);
                gz = DoubleVector.fromArray(S, weights, above).fma(value, gz);
            }
            for (int l = 1; l < maxDegree; l++) {
                int here = (l * l + 1) * stride + lane;
                int above = (l + 1) * (l + 1) * stride + lane;
                DoubleVector cosine = DoubleVector.fromArray(S, values, here);
                DoubleVector sine = DoubleVector.fromArray(S, values, here + stride);
                // (∂x, ∂y) C_{l+1}^0 = −(C_l^1, S_l^1), without the ½ of all others.
                DoubleVector less = DoubleVector.fromArray(S, weights, above).mul(2.0);
                DoubleVector cosineMore = DoubleVector.fromArray(S, weights, above + 3 * stride);
                DoubleVector sineMore = DoubleVector.fromArray(S, weights, above + 4 * stride);
                gx = cosine.fma(cosineMore.sub(less), gx);
                gx = sine.fma(sineMore, gx);
                gy = cosine.fma(sineMore, gy);
                gy = sine.neg().fma(cosineMore.add(less), gy);
                gz = cosine.fma(DoubleVector.fromArray(S, weights, above + stride), gz);
                gz = sine.fma(DoubleVector.fromArray(S, weights, above + 2 * stride), gz);
            }
            gx.intoArray(gradient, lane);
            gy.intoArray(gradient, stride + lane);
            gz.intoArray(gradient, 2 * stride + lane);
            for (int l = 2; l < maxDegree; l++) {
                addInnerGradient(l, weights, values, lane, gradient);
            }
            DoubleVector.fromArray(S, gradient, lane).mul(0.5).intoArray(gradient, lane);
            DoubleVector.fromArray(S, gradient, stride + lane).mul(0.5).intoArray(gradient, stride + lane);
        }
    }

    /** The functions of degree l with m ≥ 2. */
    private void addInnerGradient(int l, double[] weights, double[] values, int lane, double[] gradient) {
        DoubleVector gx = DoubleVector.fromArray(S, gradient, lane);
        DoubleVector gy = DoubleVector.fromArray(S, gradient, stride + lane);
        DoubleVector gz = DoubleVector.fromArray(S, gradient, 2 * stride + lane);
        int here = (l * l + 3) * stride + lane;
        int above = ((l + 1) * (l + 1) + 3) * stride + lane;
        for (int m = 2; m <= l; m++) {
            DoubleVector cosine = DoubleVector.fromArray(S, values, here);
            DoubleVector sine = DoubleVector.fromArray(S, values, here + stride);
            DoubleVector cosineLess = DoubleVector.fromArray(S, weights, above - 2 * stride);
            DoubleVector sineLess = DoubleVector.fromArray(S, weights, above - stride);
            DoubleVector cosineMore = DoubleVector.fromArray(S, weights, above + 2 * stride);
            DoubleVector sineMore = DoubleVector.fromArray(S, weights, above + 3 * stride);
            gx = cosine.fma(cosineMore.sub(cosineLess), gx);
            gx = sine.fma(sineMore.sub(sineLess), gx);
            gy = cosine.fma(sineMore.add(sineLess), gy);
            gy = sine.neg().fma(cosineMore.add(cosineLess), gy);
            gz = cosine.fma(DoubleVector.fromArray(S, weights, above), gz);
            gz = sine.fma(DoubleVector.fromArray(S, weights, above + stride), gz);
            here += 2 * stride;
            above += 2 * stride;
        }
        gx.intoArray(gradient, lane);
        gy.intoArray(gradient, stride + lane);
        gz.intoArray(gradient, 2 * stride + lane);
    }
}
