package io.github.gmp.bp.symmetry.vector;

import static io.github.gmp.bp.symmetry.vector.Vectors.all;
import static io.github.gmp.bp.symmetry.vector.Vectors.load;
import static io.github.gmp.bp.symmetry.vector.Vectors.positive;
import static io.github.gmp.toolkit.kernel.vector.Lanes.COUNT;

import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.TripletKernel;
import io.github.gmp.bp.symmetry.kernel.TripletTile;
import jdk.incubator.vector.DoubleVector;

/** On the Vector API: lanes are second neighbors of triplets with one first neighbor. */
final class VectorTripletKernel implements TripletKernel {
    @Override
    public void geometry(PairTable pairs, TripletTile tile, double largestSquare) {
        double[] x = pairs.x;
        double[] y = pairs.y;
        double[] z = pairs.z;
        double[] inverse = pairs.inverse;
        for (int b = 0; b < tile.blocks; b++) {
            int j = tile.first[b];
            int k = tile.second[b];
            int t = b * COUNT;
            double inverseJ = inverse[j];
            DoubleVector xj = all(x[j]);
            DoubleVector yj = all(y[j]);
            DoubleVector zj = all(z[j]);
            DoubleVector xk = load(x, k);
            DoubleVector yk = load(y, k);
            DoubleVector zk = load(z, k);
            DoubleVector dot = xj.mul(xk).add(yj.mul(yk)).add(zj.mul(zk));
            dot.mul(load(inverse, k).mul(all(inverseJ))).intoArray(tile.cosine, t);
            DoubleVector dx = xk.sub(xj);
            DoubleVector dy = yk.sub(yj);
            DoubleVector dz = zk.sub(zj);
            DoubleVector square = dx.mul(dx).add(dy.mul(dy)).add(dz.mul(dz));
            square.min(largestSquare).intoArray(tile.square, t);
        }
    }

    @Override
    public void masks(TripletTile tile, double[] result) {
        for (int b = 0; b < tile.blocks; b++) {
            load(tile.laneMasks, tile.maskRow[b]).intoArray(result, b * COUNT);
        }
    }

    @Override
    public void cutOff(TripletTile tile, double largestSquare, double[] values) {
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            DoubleVector inside = positive(all(largestSquare).sub(load(tile.square, t)));
            load(values, t)
                    .mul(load(tile.laneMasks, tile.maskRow[b]))
                    .mul(inside)
                    .intoArray(values, t);
        }
    }

    @Override
    public void cutOffPolynomial(TripletTile tile, double[] coefficients, double largestSquare, double[] values) {
        double[] c = coefficients;
        DoubleVector c0 = all(c[0]);
        DoubleVector c1 = all(c[1]);
        DoubleVector c2 = all(c[2]);
        DoubleVector c3 = all(c[3]);
        DoubleVector c4 = all(c[4]);
        DoubleVector c5 = all(c[5]);
        DoubleVector c6 = all(c[6]);
        DoubleVector c7 = all(c[7]);
        DoubleVector c8 = all(c[8]);
        DoubleVector c9 = all(c[9]);
        DoubleVector c10 = all(c[10]);
        DoubleVector c11 = all(c[11]);
        DoubleVector c12 = all(c[12]);
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int row = tile.maskRow[b];
            DoubleVector s = load(tile.square, t);
            DoubleVector inside = positive(all(largestSquare).sub(s));
            DoubleVector high =
                    c0.fma(s, c1).fma(s, c2).fma(s, c3).fma(s, c4).fma(s, c5).fma(s, c6);
            DoubleVector value = high.fma(s, c7)
                    .fma(s, c8)
                    .fma(s, c9)
                    .fma(s, c10)
                    .fma(s, c11)
                    .fma(s, c12);
            value.mul(load(tile.laneMasks, row)).mul(inside).intoArray(values, t);
        }
    }

    @Override
    public void cutOffPolynomial(
            TripletTile tile, double[] coefficients, double largestSquare, double[] values, double[] slopes) {
        double[] c = coefficients;
        DoubleVector c0 = all(c[0]);
        DoubleVector c1 = all(c[1]);
        DoubleVector c2 = all(c[2]);
        DoubleVector c3 = all(c[3]);
        DoubleVector c4 = all(c[4]);
        DoubleVector c5 = all(c[5]);
        DoubleVector c6 = all(c[6]);
        DoubleVector c7 = all(c[7]);
        DoubleVector c8 = all(c[8]);
        DoubleVector c9 = all(c[9]);
        DoubleVector c10 = all(c[10]);
        DoubleVector c11 = all(c[11]);
        DoubleVector c12 = all(c[12]);
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            DoubleVector s = load(tile.square, t);
            DoubleVector counts = positive(all(largestSquare).sub(s)).mul(load(tile.laneMasks, tile.maskRow[b]));
            // Horner's rule and its derivative.
            DoubleVector value = c0.fma(s, c1);
            DoubleVector slope = c0.fma(s, value);
            value = value.fma(s, c2);
            slope = slope.fma(s, value);
            value = value.fma(s, c3);
            slope = slope.fma(s, value);
            value = value.fma(s, c4);
            slope = slope.fma(s, value);
            value = value.fma(s, c5);
            slope = slope.fma(s, value);
            value = value.fma(s, c6);
            slope = slope.fma(s, value);
            value = value.fma(s, c7);
            slope = slope.fma(s, value);
            value = value.fma(s, c8);
            slope = slope.fma(s, value);
            value = value.fma(s, c9);
            slope = slope.fma(s, value);
            value = value.fma(s, c10);
            slope = slope.fma(s, value);
            value = value.fma(s, c11);
            slope = slope.fma(s, value);
            value = value.fma(s, c12);
            slope.mul(counts).intoArray(slopes, t);
            value.mul(counts).intoArray(values, t);
        }
    }

    @Override
    public void halfAngles(double[] cosine, double[] result, int plus, int minus, int length) {
        DoubleVector half = all(0.5);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector halfCosine = load(cosine, t).mul(half);
            half.add(halfCosine).intoArray(result, plus + t);
            half.sub(halfCosine).intoArray(result, minus + t);
        }
    }

    @Override
    public void weigh(TripletTile tile, double[] gaussians, double[] a, double[] b, double[] result, int offset) {
        for (int n = 0; n < tile.blocks; n++) {
            int t = n * COUNT;
            int k = tile.second[n];
            double ej = gaussians[tile.first[n]];
            load(gaussians, k).mul(all(ej)).mul(load(a, t).mul(load(b, t))).intoArray(result, offset + t);
        }
    }

    @Override
    public void weighByPolynomial(
            TripletTile tile, double[] gaussians, double[] coefficients, double[] a, double[] result, int offset) {
        double[] c = coefficients;
        DoubleVector c0 = all(c[0]);
        DoubleVector c1 = all(c[1]);
        DoubleVector c2 = all(c[2]);
        DoubleVector c3 = all(c[3]);
        DoubleVector c4 = all(c[4]);
        DoubleVector c5 = all(c[5]);
        DoubleVector c6 = all(c[6]);
        DoubleVector c7 = all(c[7]);
        DoubleVector c8 = all(c[8]);
        for (int n = 0; n < tile.blocks; n++) {
            int t = n * COUNT;
            int k = tile.second[n];
            double ej = gaussians[tile.first[n]];
            DoubleVector at = load(tile.square, t);
            DoubleVector high = c0.fma(at, c1).fma(at, c2).fma(at, c3).fma(at, c4);
            DoubleVector third = high.fma(at, c5).fma(at, c6).fma(at, c7).fma(at, c8);
            load(gaussians, k).mul(all(ej)).mul(load(a, t)).mul(third).intoArray(result, offset + t);
        }
    }

    @Override
    public void addMoments(double[] cosine, double[] weights, int groups, double[] sums, int sum, int begin, int end) {
        int group = 0;
        for (; group + 3 <= groups; group += 3) {
            int offset = group * TripletTile.CAPACITY;
            addThreeMoments(cosine, weights, offset, sums, (sum + group * MOMENTS) * COUNT, begin, end);
        }
        for (; group < groups; group++) {
            int offset = group * TripletTile.CAPACITY;
            addOneMoments(cosine, weights, offset, sums, (sum + group * MOMENTS) * COUNT, begin, end);
        }
    }

    private static void addOneMoments(
            double[] cosine, double[] weights, int offset, double[] sums, int sum, int begin, int end) {
        DoubleVector sum0 = load(sums, sum);
        DoubleVector sum1 = load(sums, sum + COUNT);
        DoubleVector sum2 = load(sums, sum + 2 * COUNT);
        DoubleVector sum3 = load(sums, sum + 3 * COUNT);
        DoubleVector sum4 = load(sums, sum + 4 * COUNT);
        for (int t = begin; t < end; t += COUNT) {
            DoubleVector c = load(cosine, t);
            DoubleVector square = c.mul(c);
            DoubleVector weight = load(weights, offset + t);
            DoubleVector second = weight.mul(square);
            sum0 = sum0.add(weight);
            sum1 = weight.fma(c, sum1);
            sum2 = sum2.add(second);
            sum3 = second.fma(c, sum3);
            sum4 = second.fma(square, sum4);
        }
        sum0.intoArray(sums, sum);
        sum1.intoArray(sums, sum + COUNT);
        sum2.intoArray(sums, sum + 2 * COUNT);
        sum3.intoArray(sums, sum + 3 * COUNT);
        sum4.intoArray(sums, sum + 4 * COUNT);
    }

    /** Three groups at a time share the powers of the cosine. */
    private static void addThreeMoments(
            double[] cosine, double[] weights, int offset, double[] sums, int sum, int begin, int end) {
        int offsetB = offset + TripletTile.CAPACITY;
        int offsetC = offsetB + TripletTile.CAPACITY;
        int b = sum + MOMENTS * COUNT;
        int c = b + MOMENTS * COUNT;
        DoubleVector a0 = load(sums, sum);
        DoubleVector a1 = load(sums, sum + COUNT);
        DoubleVector a2 = load(sums, sum + 2 * COUNT);
        DoubleVector a3 = load(sums, sum + 3 * COUNT);
        DoubleVector a4 = load(sums, sum + 4 * COUNT);
        DoubleVector b0 = load(sums, b);
        DoubleVector b1 = load(sums, b + COUNT);
        DoubleVector b2 = load(sums, b + 2 * COUNT);
        DoubleVector b3 = load(sums, b + 3 * COUNT);
        DoubleVector b4 = load(sums, b + 4 * COUNT);
        DoubleVector c0 = load(sums, c);
        DoubleVector c1 = load(sums, c + COUNT);
        DoubleVector c2 = load(sums, c + 2 * COUNT);
        DoubleVector c3 = load(sums, c + 3 * COUNT);
        DoubleVector c4 = load(sums, c + 4 * COUNT);
        for (int t = begin; t < end; t += COUNT) {
            DoubleVector power1 = load(cosine, t);
            DoubleVector power2 = power1.mul(power1);
            DoubleVector power3 = power1.mul(power2);
            DoubleVector power4 = power2.mul(power2);
            DoubleVector weight = load(weights, offset + t);
            a0 = a0.add(weight);
            a1 = weight.fma(power1, a1);
            a2 = weight.fma(power2, a2);
            a3 = weight.fma(power3, a3);
            a4 = weight.fma(power4, a4);
            weight = load(weights, offsetB + t);
            b0 = b0.add(weight);
            b1 = weight.fma(power1, b1);
            b2 = weight.fma(power2, b2);
            b3 = weight.fma(power3, b3);
            b4 = weight.fma(power4, b4);
            weight = load(weights, offsetC + t);
            c0 = c0.add(weight);
            c1 = weight.fma(power1, c1);
            c2 = weight.fma(power2, c2);
            c3 = weight.fma(power3, c3);
            c4 = weight.fma(power4, c4);
        }
        a0.intoArray(sums, sum);
        a1.intoArray(sums, sum + COUNT);
        a2.intoArray(sums, sum + 2 * COUNT);
        a3.intoArray(sums, sum + 3 * COUNT);
        a4.intoArray(sums, sum + 4 * COUNT);
        b0.intoArray(sums, b);
        b1.intoArray(sums, b + COUNT);
        b2.intoArray(sums, b + 2 * COUNT);
        b3.intoArray(sums, b + 3 * COUNT);
        b4.intoArray(sums, b + 4 * COUNT);
        c0.intoArray(sums, c);
        c1.intoArray(sums, c + COUNT);
        c2.intoArray(sums, c + 2 * COUNT);
        c3.intoArray(sums, c + 3 * COUNT);
        c4.intoArray(sums, c + 4 * COUNT);
    }

    @Override
    public void addProducts(
            double[] weights,
            int offset,
            double[] powers,
            int[] rows,
            int first,
            int count,
            double[] sums,
            int sum,
            int begin,
            int end) {
        int m = 0;
        for (; m + 2 <= count; m += 2) {
            int row0 = rows[first + m];
            int row1 = rows[first + m + 1];
            addTwo(weights, offset, powers, row0, row1, sums, (sum + m) * COUNT, begin, end);
        }
        if (m < count) {
            addOne(weights, offset, powers, rows[first + m], sums, (sum + m) * COUNT, begin, end);
        }
    }

    private static void addTwo(
            double[] weights,
            int offset,
            double[] powers,
            int row0,
            int row1,
            double[] sums,
            int sum,
            int begin,
            int end) {
        DoubleVector sum0 = load(sums, sum);
        DoubleVector sum1 = load(sums, sum + COUNT);
        for (int t = begin; t < end; t += COUNT) {
            DoubleVector weight = load(weights, offset + t);
            sum0 = weight.fma(load(powers, row0 + t), sum0);
            sum1 = weight.fma(load(powers, row1 + t), sum1);
        }
        sum0.intoArray(sums, sum);
        sum1.intoArray(sums, sum + COUNT);
    }

    private static void addOne(
            double[] weights, int offset, double[] powers, int row, double[] sums, int sum, int begin, int end) {
        DoubleVector total = load(sums, sum);
        for (int t = begin; t < end; t += COUNT) {
            total = load(weights, offset + t).fma(load(powers, row + t), total);
        }
        total.intoArray(sums, sum);
    }
}
