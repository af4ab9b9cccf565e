package io.github.gmp.bp.symmetry.vector;

import static io.github.gmp.api.kernel.vector.Lanes.COUNT;
import static io.github.gmp.api.kernel.vector.Lanes.DOUBLES;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.ShiftedGaussians;
import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;
import io.github.gmp.bp.symmetry.kernel.TripletTile;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** One vector per step: lanes are neighbors of one channel, or second neighbors of triplets with one first neighbor. */
public final class VectorKernel implements SymmetryKernel {
    /** The cosine cutoff of a squared distance, the usual one, is a polynomial of degree 12. */
    private static final int COSINE_COEFFICIENTS = 13;

    @Override
    public int lanes() {
        return COUNT;
    }

    private static DoubleVector load(double[] array, int offset) {
        return DoubleVector.fromArray(DOUBLES, array, offset);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }

    @Override
    public void polynomial(double[] coefficients, double[] x, double[] result, int length) {
        int done = coefficients.length % 8 == 5 ? 5 : 9;
        if (done == 5) {
            startPolynomial(coefficients, x, result, length);
        } else {
            startLongPolynomial(coefficients, x, result, length);
        }
        for (int n = done; n < coefficients.length; n += 8) {
            continuePolynomial(coefficients, n, x, result, length);
        }
    }

    private static void startPolynomial(double[] c, double[] x, double[] result, int length) {
        DoubleVector c0 = all(c[0]);
        DoubleVector c1 = all(c[1]);
        DoubleVector c2 = all(c[2]);
        DoubleVector c3 = all(c[3]);
        DoubleVector c4 = all(c[4]);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector at = load(x, t);
            c0.fma(at, c1).fma(at, c2).fma(at, c3).fma(at, c4).intoArray(result, t);
        }
    }

    private static void startLongPolynomial(double[] c, double[] x, double[] result, int length) {
        DoubleVector c0 = all(c[0]);
        DoubleVector c1 = all(c[1]);
        DoubleVector c2 = all(c[2]);
        DoubleVector c3 = all(c[3]);
        DoubleVector c4 = all(c[4]);
        DoubleVector c5 = all(c[5]);
        DoubleVector c6 = all(c[6]);
        DoubleVector c7 = all(c[7]);
        DoubleVector c8 = all(c[8]);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector at = load(x, t);
            DoubleVector high = c0.fma(at, c1).fma(at, c2).fma(at, c3).fma(at, c4);
            high.fma(at, c5).fma(at, c6).fma(at, c7).fma(at, c8).intoArray(result, t);
        }
    }

    private static void continuePolynomial(double[] c, int n, double[] x, double[] result, int length) {
        DoubleVector c0 = all(c[n]);
        DoubleVector c1 = all(c[n + 1]);
        DoubleVector c2 = all(c[n + 2]);
        DoubleVector c3 = all(c[n + 3]);
        DoubleVector c4 = all(c[n + 4]);
        DoubleVector c5 = all(c[n + 5]);
        DoubleVector c6 = all(c[n + 6]);
        DoubleVector c7 = all(c[n + 7]);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector at = load(x, t);
            DoubleVector high =
                    load(result, t).fma(at, c0).fma(at, c1).fma(at, c2).fma(at, c3);
            high.fma(at, c4).fma(at, c5).fma(at, c6).fma(at, c7).intoArray(result, t);
        }
    }

    @Override
    public void exponential(double rate, double[] x, double[] result, int length) {
        DoubleVector factor = all(-rate * Lanes.LOG2_E);
        for (int t = 0; t < length; t += COUNT) {
            Lanes.exp2(load(x, t).mul(factor)).intoArray(result, t);
        }
    }

    @Override
    public void root(double[] x, double shift, double[] result, double[] argument, int length) {
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector root = load(x, t).sqrt();
            root.intoArray(result, t);
            root.sub(all(shift)).intoArray(argument, t);
        }
    }

    @Override
    public void multiply(double[] a, int aOffset, double[] b, int bOffset, double[] result, int offset, int length) {
        for (int t = 0; t < length; t += COUNT) {
            load(a, aOffset + t).mul(load(b, bOffset + t)).intoArray(result, offset + t);
        }
    }

    @Override
    public void divide(double[] a, double[] b, double[] result, int length) {
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector divisor = load(b, t);
            VectorMask<Double> zero = divisor.compare(VectorOperators.EQ, 0);
            load(a, t).div(divisor.blend(1, zero)).blend(0, zero).intoArray(result, t);
        }
    }

    @Override
    public void gaussianTimesCutoff(
            double eta,
            double[] gaussian,
            double[] cutoff,
            double[] cutoffSlope,
            double[] value,
            double[] slope,
            int length) {
        DoubleVector minusEta = all(-eta);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector g = load(gaussian, t);
            DoubleVector product = g.mul(load(cutoff, t));
            product.fma(minusEta, g.mul(load(cutoffSlope, t))).intoArray(slope, t);
            product.intoArray(value, t);
        }
    }

    private static DoubleVector radial(DoubleVector r, double eta, double shift) {
        DoubleVector distance = r.sub(all(shift));
        return Lanes.exp2(distance.mul(all(-eta * Lanes.LOG2_E)).mul(distance));
    }

    @Override
    public void addRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums) {
        for (int p = 0; p < pairs.places; p += COUNT) {
            DoubleVector r = load(pairs.distance, p);
            DoubleVector cutoff = load(pairs.cutoff, p);
            int channel = pairs.channel[p];
            for (int f = 0; f < gaussians.count(); f++) {
                int sum = (channel + gaussians.index(f)) * COUNT;
                double eta = gaussians.eta(f);
                double shift = gaussians.shift(f);
                radial(r, eta, shift).fma(cutoff, load(sums, sum)).intoArray(sums, sum);
            }
        }
    }

    /** ∂(w R f_c)/∂s with dR/ds = −η (1 − R_s / r) R. */
    private static DoubleVector radialSlope(
            DoubleVector r,
            DoubleVector inverse,
            DoubleVector cutoff,
            DoubleVector cutoffSlope,
            double eta,
            double shift) {
        DoubleVector rate = inverse.fma(all(eta * shift), all(-eta));
        return radial(r, eta, shift).mul(rate.fma(cutoff, cutoffSlope));
    }

    /** With {@link #radialSlope}, factors that do not depend on the function taken out of the sum. */
    @Override
    public void pullRadial(PairTable pairs, ShiftedGaussians gaussians, double[] gradient) {
        for (int p = 0; p < pairs.places; p += COUNT) {
            int channel = pairs.channel[p];
            DoubleVector r = load(pairs.distance, p);
            DoubleVector plain = all(0);
            DoubleVector byRate = all(0);
            DoubleVector byShift = all(0);
            for (int f = 0; f < gaussians.count(); f++) {
                double weight = gradient[channel + gaussians.index(f)];
                double eta = gaussians.eta(f);
                double shift = gaussians.shift(f);
                double rate = weight * eta;
                double shiftedRate = rate * shift;
                DoubleVector value = radial(r, eta, shift);
                plain = value.fma(all(weight), plain);
                byRate = value.fma(all(rate), byRate);
                byShift = value.fma(all(shiftedRate), byShift);
            }
            DoubleVector byCutoff = byShift.mul(load(pairs.inverse, p)).sub(byRate);
            DoubleVector slope = load(pairs.cutoffSlope, p);
            byCutoff.fma(load(pairs.cutoff, p), plain.fma(slope, load(pairs.bySquare, p)))
                    .intoArray(pairs.bySquare, p);
        }
    }

    @Override
    public void pushRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums) {
        for (int p = 0; p < pairs.places; p += COUNT) {
            int channel = pairs.channel[p];
            DoubleVector r = load(pairs.distance, p);
            DoubleVector inverse = load(pairs.inverse, p);
            DoubleVector cutoff = load(pairs.cutoff, p);
            DoubleVector slope = load(pairs.cutoffSlope, p);
            DoubleVector tangent = load(pairs.tangentSquare, p);
            for (int f = 0; f < gaussians.count(); f++) {
                int sum = (channel + gaussians.index(f)) * COUNT;
                double eta = gaussians.eta(f);
                double shift = gaussians.shift(f);
                radialSlope(r, inverse, cutoff, slope, eta, shift)
                        .fma(tangent, load(sums, sum))
                        .intoArray(sums, sum);
            }
        }
    }

    @Override
    public void pairTangents(PairTable pairs, int etas) {
        for (int p = 0; p < pairs.places; p += COUNT) {
            DoubleVector half = load(pairs.x, p)
                    .mul(load(pairs.tangentX, p))
                    .add(load(pairs.y, p).mul(load(pairs.tangentY, p)))
                    .add(load(pairs.z, p).mul(load(pairs.tangentZ, p)));
            half.add(half).intoArray(pairs.tangentSquare, p);
        }
        for (int e = 0; e < etas; e++) {
            multiply(pairs.gaussianSlopes[e], 0, pairs.tangentSquare, 0, pairs.gaussianTangents[e], 0, pairs.places);
        }
    }

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
            square.blend(largestSquare, square.compare(VectorOperators.GE, largestSquare))
                    .intoArray(tile.square, t);
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
            VectorMask<Double> outside = load(tile.square, t).compare(VectorOperators.GE, largestSquare);
            load(values, t)
                    .mul(load(tile.laneMasks, tile.maskRow[b]))
                    .blend(0, outside)
                    .intoArray(values, t);
        }
    }

    @Override
    public void cutOffPolynomial(TripletTile tile, double[] coefficients, double largestSquare, double[] values) {
        if (coefficients.length != COSINE_COEFFICIENTS) {
            polynomial(coefficients, tile.square, values, tile.length());
            cutOff(tile, largestSquare, values);
            return;
        }
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
            VectorMask<Double> outside = s.compare(VectorOperators.GE, largestSquare);
            DoubleVector high =
                    c0.fma(s, c1).fma(s, c2).fma(s, c3).fma(s, c4).fma(s, c5).fma(s, c6);
            DoubleVector value = high.fma(s, c7)
                    .fma(s, c8)
                    .fma(s, c9)
                    .fma(s, c10)
                    .fma(s, c11)
                    .fma(s, c12);
            value.mul(load(tile.laneMasks, row)).blend(0, outside).intoArray(values, t);
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

    @Override
    public void combine(
            TripletTile tile,
            double[] coefficients,
            int begin,
            int stride,
            double[] powers,
            int[] rows,
            int first,
            int count,
            double[] result) {
        for (int t = 0; t < tile.length(); t += COUNT) {
            all(0).intoArray(result, t);
        }
        for (int m = 0; m < count; m += 2) {
            combineTwo(tile, coefficients, begin + m, stride, powers, rows, first + m, result);
        }
    }

    private static void combineTwo(
            TripletTile tile,
            double[] coefficients,
            int begin,
            int stride,
            double[] powers,
            int[] rows,
            int first,
            double[] result) {
        int row0 = rows[first];
        int row1 = rows[first + 1];
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int c = begin + tile.channel[b] * stride;
            double c0 = coefficients[c];
            double c1 = coefficients[c + 1];
            load(powers, row1 + t)
                    .fma(all(c1), load(powers, row0 + t).fma(all(c0), load(result, t)))
                    .intoArray(result, t);
        }
    }

    @Override
    public void addMomentSensitivities(
            TripletTile tile,
            double[] gaussians,
            double[] gaussianSlopes,
            double[] third,
            double[] thirdSlope,
            double[] coefficients,
            int stride,
            int first) {
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int k = tile.second[b];
            int row = tile.channel[b] * stride + first;
            double valueJ = gaussians[j];
            double slopeJ = gaussianSlopes[j];
            double c0 = coefficients[row];
            double c1 = coefficients[row + 1];
            double c2 = coefficients[row + 2];
            double c3 = coefficients[row + 3];
            double c4 = coefficients[row + 4];
            DoubleVector c = load(tile.cosine, t);
            // Value and derivative in one run of Horner's rule.
            DoubleVector slope = all(c4);
            DoubleVector a = slope.fma(c, all(c3));
            slope = slope.fma(c, a);
            a = a.fma(c, all(c2));
            slope = slope.fma(c, a);
            a = a.fma(c, all(c1));
            slope = slope.fma(c, a);
            a = a.fma(c, all(c0));
            DoubleVector ej = all(valueJ);
            DoubleVector ek = load(gaussians, k);
            DoubleVector product = ej.mul(ek);
            DoubleVector factor = load(third, t);
            DoubleVector rest = factor.mul(a);
            product.fma(factor.mul(slope), load(tile.byCosine, t)).intoArray(tile.byCosine, t);
            product.fma(load(thirdSlope, t).mul(a), load(tile.bySquare, t)).intoArray(tile.bySquare, t);
            ek.mul(rest).fma(all(slopeJ), load(tile.byFirst, t)).intoArray(tile.byFirst, t);
            ej.mul(rest).fma(load(gaussianSlopes, k), load(tile.bySecond, t)).intoArray(tile.bySecond, t);
        }
    }

    @Override
    public void addSensitivities(
            TripletTile tile,
            double[] gaussians,
            double[] gaussianSlopes,
            double[] third,
            double[] thirdSlope,
            double[] angular,
            double[] angularSlope) {
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int k = tile.second[b];
            double valueJ = gaussians[j];
            double slopeJ = gaussianSlopes[j];
            DoubleVector ej = all(valueJ);
            DoubleVector ek = load(gaussians, k);
            DoubleVector product = ej.mul(ek);
            DoubleVector factor = load(third, t);
            DoubleVector a = load(angular, t);
            DoubleVector rest = factor.mul(a);
            product.fma(factor.mul(load(angularSlope, t)), load(tile.byCosine, t))
                    .intoArray(tile.byCosine, t);
            product.fma(load(thirdSlope, t).mul(a), load(tile.bySquare, t)).intoArray(tile.bySquare, t);
            ek.mul(rest).fma(all(slopeJ), load(tile.byFirst, t)).intoArray(tile.byFirst, t);
            ej.mul(rest).fma(load(gaussianSlopes, k), load(tile.bySecond, t)).intoArray(tile.bySecond, t);
        }
    }

    @Override
    public void pull(PairTable pairs, TripletTile tile) {
        int begin = 0;
        while (begin < tile.blocks) {
            int k = tile.second[begin];
            int end = begin + 1;
            while (end < tile.blocks && tile.second[end] == k) {
                end++;
            }
            pull(pairs, tile, k, begin, end);
            begin = end;
        }
    }

    /** Blocks that share the second neighbors, whose part stays in registers. */
    private static void pull(PairTable pairs, TripletTile tile, int k, int begin, int end) {
        double[] firstX = pairs.firstPull[0];
        double[] firstY = pairs.firstPull[1];
        double[] firstZ = pairs.firstPull[2];
        double[] firstOwn = pairs.firstPull[3];
        DoubleVector xk = load(pairs.x, k);
        DoubleVector yk = load(pairs.y, k);
        DoubleVector zk = load(pairs.z, k);
        DoubleVector inverseK = load(pairs.inverse, k);
        DoubleVector inverseSquareK = inverseK.mul(inverseK);
        DoubleVector pullX = load(pairs.pull[0], k);
        DoubleVector pullY = load(pairs.pull[1], k);
        DoubleVector pullZ = load(pairs.pull[2], k);
        DoubleVector own = load(pairs.ownPull, k);
        for (int b = begin; b < end; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int lanesOfJ = j * COUNT;
            double xj = pairs.x[j];
            double yj = pairs.y[j];
            double zj = pairs.z[j];
            DoubleVector inverseJ = all(pairs.inverse[j]);
            DoubleVector byCosine = load(tile.byCosine, t);
            DoubleVector third = load(tile.bySquare, t);
            third = third.add(third);
            DoubleVector alpha = byCosine.mul(inverseJ.mul(inverseK)).sub(third);
            DoubleVector cosinePart = byCosine.mul(load(tile.cosine, t));
            DoubleVector byFirst = load(tile.byFirst, t);
            DoubleVector bySecond = load(tile.bySecond, t);
            byFirst = byFirst.add(byFirst).add(third).sub(cosinePart.mul(inverseJ.mul(inverseJ)));
            own = own.add(bySecond.add(bySecond).add(third).sub(cosinePart.mul(inverseSquareK)));
            pullX = alpha.fma(all(xj), pullX);
            pullY = alpha.fma(all(yj), pullY);
            pullZ = alpha.fma(all(zj), pullZ);
            alpha.fma(xk, load(firstX, lanesOfJ)).intoArray(firstX, lanesOfJ);
            alpha.fma(yk, load(firstY, lanesOfJ)).intoArray(firstY, lanesOfJ);
            alpha.fma(zk, load(firstZ, lanesOfJ)).intoArray(firstZ, lanesOfJ);
            load(firstOwn, lanesOfJ).add(byFirst).intoArray(firstOwn, lanesOfJ);
        }
        pullX.intoArray(pairs.pull[0], k);
        pullY.intoArray(pairs.pull[1], k);
        pullZ.intoArray(pairs.pull[2], k);
        own.intoArray(pairs.ownPull, k);
    }

    @Override
    public void tripletTangents(PairTable pairs, TripletTile tile) {
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int k = tile.second[b];
            double xj = pairs.x[j];
            double yj = pairs.y[j];
            double zj = pairs.z[j];
            double tangentXj = pairs.tangentX[j];
            double tangentYj = pairs.tangentY[j];
            double tangentZj = pairs.tangentZ[j];
            double squareJ = pairs.tangentSquare[j];
            DoubleVector inverseJ = all(pairs.inverse[j]);
            DoubleVector inverseK = load(pairs.inverse, k);
            DoubleVector stretchJ = all(squareJ);
            DoubleVector stretchK = load(pairs.tangentSquare, k);
            DoubleVector dot = load(pairs.x, k).mul(all(tangentXj));
            dot = load(pairs.y, k).fma(all(tangentYj), dot);
            dot = load(pairs.z, k).fma(all(tangentZj), dot);
            dot = load(pairs.tangentX, k).fma(all(xj), dot);
            dot = load(pairs.tangentY, k).fma(all(yj), dot);
            dot = load(pairs.tangentZ, k).fma(all(zj), dot);
            DoubleVector stretch = stretchJ.mul(inverseJ.mul(inverseJ)).add(stretchK.mul(inverseK.mul(inverseK)));
            dot.mul(inverseJ.mul(inverseK))
                    .sub(load(tile.cosine, t).mul(all(0.5)).mul(stretch))
                    .intoArray(tile.cosineTangent, t);
            // |d_k − d_j|² = s_j + s_k − 2 d_j · d_k
            stretchJ.add(stretchK).sub(dot.add(dot)).intoArray(tile.squareTangent, t);
        }
    }

    @Override
    public void weighTangents(
            TripletTile tile,
            double[] gaussians,
            double[] gaussianTangents,
            double[] third,
            double[] thirdSlope,
            double[] result,
            int offset) {
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int k = tile.second[b];
            double tangentJ = gaussianTangents[j];
            DoubleVector ej = all(gaussians[j]);
            DoubleVector ek = load(gaussians, k);
            DoubleVector change = ek.mul(all(tangentJ)).add(ej.mul(load(gaussianTangents, k)));
            DoubleVector thirdChange = load(thirdSlope, t).mul(load(tile.squareTangent, t));
            change.mul(load(third, t)).add(ej.mul(ek).mul(thirdChange)).intoArray(result, offset + t);
        }
    }

    @Override
    public void reduce(double[] sums, int count, double[] result) {
        for (int n = 0; n < count; n++) {
            double total = 0;
            for (int lane = 0; lane < COUNT; lane++) {
                total += sums[n * COUNT + lane];
            }
            result[n] = total;
        }
    }
}
