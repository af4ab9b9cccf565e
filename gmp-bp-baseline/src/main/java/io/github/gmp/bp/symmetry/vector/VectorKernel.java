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
        startPolynomial(coefficients, x, result, length);
        for (int n = 5; n < coefficients.length; n += 4) {
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

    private static void continuePolynomial(double[] c, int n, double[] x, double[] result, int length) {
        DoubleVector c0 = all(c[n]);
        DoubleVector c1 = all(c[n + 1]);
        DoubleVector c2 = all(c[n + 2]);
        DoubleVector c3 = all(c[n + 3]);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector at = load(x, t);
            load(result, t).fma(at, c0).fma(at, c1).fma(at, c2).fma(at, c3).intoArray(result, t);
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
    public void root(double scale, double[] x, double[] result, double[] argument, int length) {
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector root = load(x, t).sqrt();
            root.intoArray(result, t);
            root.fma(all(scale), all(-1)).min(1).intoArray(argument, t);
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
            quotient(load(a, t), load(b, t)).intoArray(result, t);
        }
    }

    /** a / b, or 0 where b = 0. */
    private static DoubleVector quotient(DoubleVector a, DoubleVector b) {
        VectorMask<Double> zero = b.compare(VectorOperators.EQ, 0);
        return a.div(b.blend(1, zero)).blend(0, zero);
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

    @Override
    public void pairArguments(PairTable pairs, double scale) {
        for (int p = 0; p < pairs.places; p += COUNT) {
            DoubleVector r = load(pairs.distance, p);
            DoubleVector square = r.mul(r);
            quotient(all(1), r).intoArray(pairs.inverse, p);
            square.intoArray(pairs.square, p);
            square.fma(all(scale), all(-1)).intoArray(pairs.argument, p);
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
                radial(r, gaussians.eta(f), gaussians.shift(f))
                        .fma(cutoff, load(sums, sum))
                        .intoArray(sums, sum);
            }
        }
    }

    /** ∂(w R f_c)/∂s with dR/ds = −η (1 − R_s / r) R. */
    private static DoubleVector radialSlope(PairTable pairs, int p, double eta, double shift) {
        DoubleVector rate = load(pairs.inverse, p).fma(all(eta * shift), all(-eta));
        DoubleVector slope = rate.fma(load(pairs.cutoff, p), load(pairs.cutoffSlope, p));
        return radial(load(pairs.distance, p), eta, shift).mul(slope);
    }

    @Override
    public void pullRadial(PairTable pairs, ShiftedGaussians gaussians, double[] gradient) {
        for (int p = 0; p < pairs.places; p += COUNT) {
            DoubleVector sum = load(pairs.bySquare, p);
            int channel = pairs.channel[p];
            for (int f = 0; f < gaussians.count(); f++) {
                DoubleVector weight = all(gradient[channel + gaussians.index(f)]);
                sum = radialSlope(pairs, p, gaussians.eta(f), gaussians.shift(f))
                        .fma(weight, sum);
            }
            sum.intoArray(pairs.bySquare, p);
        }
    }

    @Override
    public void pushRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums) {
        for (int p = 0; p < pairs.places; p += COUNT) {
            DoubleVector tangent = load(pairs.tangentSquare, p);
            int channel = pairs.channel[p];
            for (int f = 0; f < gaussians.count(); f++) {
                int sum = (channel + gaussians.index(f)) * COUNT;
                radialSlope(pairs, p, gaussians.eta(f), gaussians.shift(f))
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
        DoubleVector scale = all(2 / largestSquare);
        for (int b = 0; b < tile.blocks; b++) {
            int j = tile.first[b];
            int k = tile.second[b];
            int t = b * COUNT;
            DoubleVector xj = all(x[j]);
            DoubleVector yj = all(y[j]);
            DoubleVector zj = all(z[j]);
            DoubleVector xk = load(x, k);
            DoubleVector yk = load(y, k);
            DoubleVector zk = load(z, k);
            DoubleVector dot = xj.mul(xk).add(yj.mul(yk)).add(zj.mul(zk));
            dot.mul(load(inverse, k).mul(all(inverse[j]))).intoArray(tile.cosine, t);
            DoubleVector dx = xk.sub(xj);
            DoubleVector dy = yk.sub(yj);
            DoubleVector dz = zk.sub(zj);
            DoubleVector square = dx.mul(dx).add(dy.mul(dy)).add(dz.mul(dz));
            square.intoArray(tile.square, t);
            square.fma(scale, all(-1)).min(1).intoArray(tile.argument, t);
            DoubleVector mask = load(tile.laneMasks, tile.maskRow[b]);
            mask.intoArray(tile.counted, t);
            mask.blend(0, square.compare(VectorOperators.GE, largestSquare)).intoArray(tile.inside, t);
        }
    }

    @Override
    public void halfAngles(double[] cosine, double[] result, int plus, int minus, int length) {
        DoubleVector half = all(0.5);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector halfCosine = load(cosine, t).mul(half);
            half.add(halfCosine).max(0).intoArray(result, plus + t);
            half.sub(halfCosine).max(0).intoArray(result, minus + t);
        }
    }

    @Override
    public void weigh(TripletTile tile, double[] gaussians, double[] a, double[] b, double[] result) {
        for (int n = 0; n < tile.blocks; n++) {
            int t = n * COUNT;
            load(gaussians, tile.second[n])
                    .mul(all(gaussians[tile.first[n]]))
                    .mul(load(a, t).mul(load(b, t)))
                    .intoArray(result, t);
        }
    }

    @Override
    public void addProducts(
            double[] weights,
            double[] powers,
            int[] rows,
            int first,
            int count,
            double[] sums,
            int sum,
            int begin,
            int end) {
        int m = 0;
        for (; m + 6 <= count; m += 6) {
            addSix(weights, powers, rows, first + m, sums, (sum + m) * COUNT, begin, end);
        }
        for (; m + 2 <= count; m += 2) {
            addTwo(weights, powers, rows, first + m, sums, (sum + m) * COUNT, begin, end);
        }
        if (m < count) {
            addOne(weights, powers, rows[first + m], sums, (sum + m) * COUNT, begin, end);
        }
    }

    private static void addSix(
            double[] weights, double[] powers, int[] rows, int first, double[] sums, int sum, int begin, int end) {
        int row0 = rows[first];
        int row1 = rows[first + 1];
        int row2 = rows[first + 2];
        int row3 = rows[first + 3];
        int row4 = rows[first + 4];
        int row5 = rows[first + 5];
        DoubleVector sum0 = load(sums, sum);
        DoubleVector sum1 = load(sums, sum + COUNT);
        DoubleVector sum2 = load(sums, sum + 2 * COUNT);
        DoubleVector sum3 = load(sums, sum + 3 * COUNT);
        DoubleVector sum4 = load(sums, sum + 4 * COUNT);
        DoubleVector sum5 = load(sums, sum + 5 * COUNT);
        for (int t = begin; t < end; t += COUNT) {
            DoubleVector weight = load(weights, t);
            sum0 = weight.fma(load(powers, row0 + t), sum0);
            sum1 = weight.fma(load(powers, row1 + t), sum1);
            sum2 = weight.fma(load(powers, row2 + t), sum2);
            sum3 = weight.fma(load(powers, row3 + t), sum3);
            sum4 = weight.fma(load(powers, row4 + t), sum4);
            sum5 = weight.fma(load(powers, row5 + t), sum5);
        }
        sum0.intoArray(sums, sum);
        sum1.intoArray(sums, sum + COUNT);
        sum2.intoArray(sums, sum + 2 * COUNT);
        sum3.intoArray(sums, sum + 3 * COUNT);
        sum4.intoArray(sums, sum + 4 * COUNT);
        sum5.intoArray(sums, sum + 5 * COUNT);
    }

    private static void addTwo(
            double[] weights, double[] powers, int[] rows, int first, double[] sums, int sum, int begin, int end) {
        int row0 = rows[first];
        int row1 = rows[first + 1];
        DoubleVector sum0 = load(sums, sum);
        DoubleVector sum1 = load(sums, sum + COUNT);
        for (int t = begin; t < end; t += COUNT) {
            DoubleVector weight = load(weights, t);
            sum0 = weight.fma(load(powers, row0 + t), sum0);
            sum1 = weight.fma(load(powers, row1 + t), sum1);
        }
        sum0.intoArray(sums, sum);
        sum1.intoArray(sums, sum + COUNT);
    }

    private static void addOne(double[] weights, double[] powers, int row, double[] sums, int sum, int begin, int end) {
        DoubleVector total = load(sums, sum);
        for (int t = begin; t < end; t += COUNT) {
            total = load(weights, t).fma(load(powers, row + t), total);
        }
        total.intoArray(sums, sum);
    }

    @Override
    public void combine(
            TripletTile tile,
            double[] coefficients,
            int stride,
            double[] powers,
            int[] rows,
            int first,
            int count,
            double[] result) {
        int m = 0;
        for (int t = 0; t < tile.length(); t += COUNT) {
            all(0).intoArray(result, t);
        }
        for (; m + 6 <= count; m += 6) {
            combineSix(tile, coefficients, stride, powers, rows, first + m, result);
        }
        for (; m < count; m += 2) {
            combineTwo(tile, coefficients, stride, powers, rows, first + m, result);
        }
    }

    private static void combineSix(
            TripletTile tile,
            double[] coefficients,
            int stride,
            double[] powers,
            int[] rows,
            int first,
            double[] result) {
        int row0 = rows[first];
        int row1 = rows[first + 1];
        int row2 = rows[first + 2];
        int row3 = rows[first + 3];
        int row4 = rows[first + 4];
        int row5 = rows[first + 5];
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int c = tile.channel[b] * stride + first;
            DoubleVector even = load(powers, row0 + t).fma(all(coefficients[c]), load(result, t));
            DoubleVector odd = load(powers, row1 + t).mul(all(coefficients[c + 1]));
            even = load(powers, row2 + t).fma(all(coefficients[c + 2]), even);
            odd = load(powers, row3 + t).fma(all(coefficients[c + 3]), odd);
            even = load(powers, row4 + t).fma(all(coefficients[c + 4]), even);
            odd = load(powers, row5 + t).fma(all(coefficients[c + 5]), odd);
            even.add(odd).intoArray(result, t);
        }
    }

    private static void combineTwo(
            TripletTile tile,
            double[] coefficients,
            int stride,
            double[] powers,
            int[] rows,
            int first,
            double[] result) {
        int row0 = rows[first];
        int row1 = rows[first + 1];
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int c = tile.channel[b] * stride + first;
            load(powers, row1 + t)
                    .fma(all(coefficients[c + 1]), load(powers, row0 + t).fma(all(coefficients[c]), load(result, t)))
                    .intoArray(result, t);
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
            DoubleVector ej = all(gaussians[j]);
            DoubleVector ek = load(gaussians, k);
            DoubleVector product = ej.mul(ek);
            DoubleVector factor = load(third, t);
            DoubleVector a = load(angular, t);
            DoubleVector rest = factor.mul(a);
            product.fma(factor.mul(load(angularSlope, t)), load(tile.byCosine, t))
                    .intoArray(tile.byCosine, t);
            product.fma(load(thirdSlope, t).mul(a), load(tile.bySquare, t)).intoArray(tile.bySquare, t);
            ek.mul(rest).fma(all(gaussianSlopes[j]), load(tile.byFirst, t)).intoArray(tile.byFirst, t);
            ej.mul(rest).fma(load(gaussianSlopes, k), load(tile.bySecond, t)).intoArray(tile.bySecond, t);
        }
    }

    @Override
    public void pull(PairTable pairs, TripletTile tile) {
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int k = tile.second[b];
            DoubleVector inverseJ = all(pairs.inverse[j]);
            DoubleVector inverseK = load(pairs.inverse, k);
            DoubleVector byCosine = load(tile.byCosine, t);
            DoubleVector third = load(tile.bySquare, t);
            third = third.add(third);
            DoubleVector alpha = byCosine.mul(inverseJ.mul(inverseK)).sub(third);
            DoubleVector cosinePart = byCosine.mul(load(tile.cosine, t));
            DoubleVector byFirst = load(tile.byFirst, t);
            DoubleVector bySecond = load(tile.bySecond, t);
            DoubleVector ownFirst = byFirst.add(byFirst).add(third).sub(cosinePart.mul(inverseJ.mul(inverseJ)));
            DoubleVector ownSecond = bySecond.add(bySecond).add(third).sub(cosinePart.mul(inverseK.mul(inverseK)));
            pullBoth(alpha, pairs.x, j, k, pairs.firstPull[0], pairs.pull[0]);
            pullBoth(alpha, pairs.y, j, k, pairs.firstPull[1], pairs.pull[1]);
            pullBoth(alpha, pairs.z, j, k, pairs.firstPull[2], pairs.pull[2]);
            load(pairs.firstPull[3], j * COUNT).add(ownFirst).intoArray(pairs.firstPull[3], j * COUNT);
            load(pairs.ownPull, k).add(ownSecond).intoArray(pairs.ownPull, k);
        }
    }

    private static void pullBoth(DoubleVector alpha, double[] d, int j, int k, double[] first, double[] second) {
        alpha.fma(load(d, k), load(first, j * COUNT)).intoArray(first, j * COUNT);
        alpha.fma(all(d[j]), load(second, k)).intoArray(second, k);
    }

    @Override
    public void tripletTangents(PairTable pairs, TripletTile tile) {
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int k = tile.second[b];
            DoubleVector inverseJ = all(pairs.inverse[j]);
            DoubleVector inverseK = load(pairs.inverse, k);
            DoubleVector stretchJ = all(pairs.tangentSquare[j]);
            DoubleVector stretchK = load(pairs.tangentSquare, k);
            DoubleVector dot = load(pairs.x, k).mul(all(pairs.tangentX[j]));
            dot = load(pairs.y, k).fma(all(pairs.tangentY[j]), dot);
            dot = load(pairs.z, k).fma(all(pairs.tangentZ[j]), dot);
            dot = load(pairs.tangentX, k).fma(all(pairs.x[j]), dot);
            dot = load(pairs.tangentY, k).fma(all(pairs.y[j]), dot);
            dot = load(pairs.tangentZ, k).fma(all(pairs.z[j]), dot);
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
            double[] result) {
        for (int b = 0; b < tile.blocks; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int k = tile.second[b];
            DoubleVector ej = all(gaussians[j]);
            DoubleVector ek = load(gaussians, k);
            DoubleVector change = ek.mul(all(gaussianTangents[j])).add(ej.mul(load(gaussianTangents, k)));
            DoubleVector thirdChange = load(thirdSlope, t).mul(load(tile.squareTangent, t));
            change.mul(load(third, t)).add(ej.mul(ek).mul(thirdChange)).intoArray(result, t);
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
