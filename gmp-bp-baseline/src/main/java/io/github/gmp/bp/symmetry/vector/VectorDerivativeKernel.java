package io.github.gmp.bp.symmetry.vector;

import static io.github.gmp.bp.symmetry.vector.Vectors.all;
import static io.github.gmp.bp.symmetry.vector.Vectors.load;
import static io.github.gmp.toolkit.kernel.vector.Lanes.COUNT;

import io.github.gmp.bp.symmetry.kernel.DerivativeKernel;
import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.TripletTile;
import jdk.incubator.vector.DoubleVector;

/** On the Vector API: lanes are second neighbors of triplets with one first neighbor. */
final class VectorDerivativeKernel implements DerivativeKernel {
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
            pullAlongPairs(pairs, tile, k, begin, end);
            pullAcross(pairs, tile, k, begin, end);
            begin = end;
        }
    }

    /** The factors of d_j and d_k themselves; leaves α in the place of ∂E/∂c. Those of the second neighbors stay in registers. */
    private static void pullAlongPairs(PairTable pairs, TripletTile tile, int k, int begin, int end) {
        double[] firstOwn = pairs.firstPull[3];
        DoubleVector inverseK = load(pairs.inverse, k);
        DoubleVector inverseSquareK = inverseK.mul(inverseK);
        DoubleVector own = load(pairs.ownPull, k);
        for (int b = begin; b < end; b++) {
            int t = b * COUNT;
            int j = tile.first[b];
            int lanesOfJ = j * COUNT;
            DoubleVector inverseJ = all(pairs.inverse[j]);
            DoubleVector byCosine = load(tile.byCosine, t);
            DoubleVector third = load(tile.bySquare, t);
            third = third.add(third);
            DoubleVector cosinePart = byCosine.mul(load(tile.cosine, t));
            DoubleVector byFirst = load(tile.byFirst, t);
            DoubleVector bySecond = load(tile.bySecond, t);
            byCosine.mul(inverseJ.mul(inverseK)).sub(third).intoArray(tile.byCosine, t);
            own = own.add(bySecond.add(bySecond).add(third).sub(cosinePart.mul(inverseSquareK)));
            byFirst.add(byFirst)
                    .add(third)
                    .sub(cosinePart.mul(inverseJ.mul(inverseJ)))
                    .add(load(firstOwn, lanesOfJ))
                    .intoArray(firstOwn, lanesOfJ);
        }
        own.intoArray(pairs.ownPull, k);
    }

    /** α d_j for the second neighbors and α d_k for the first ones. */
    private static void pullAcross(PairTable pairs, TripletTile tile, int k, int begin, int end) {
        double[] firstX = pairs.firstPull[0];
        double[] firstY = pairs.firstPull[1];
        double[] firstZ = pairs.firstPull[2];
        DoubleVector xk = load(pairs.x, k);
        DoubleVector yk = load(pairs.y, k);
        DoubleVector zk = load(pairs.z, k);
        DoubleVector pullX = load(pairs.pull[0], k);
        DoubleVector pullY = load(pairs.pull[1], k);
        DoubleVector pullZ = load(pairs.pull[2], k);
        for (int b = begin; b < end; b++) {
            int j = tile.first[b];
            int lanesOfJ = j * COUNT;
            double xj = pairs.x[j];
            double yj = pairs.y[j];
            double zj = pairs.z[j];
            DoubleVector alpha = load(tile.byCosine, b * COUNT);
            pullX = alpha.fma(all(xj), pullX);
            pullY = alpha.fma(all(yj), pullY);
            pullZ = alpha.fma(all(zj), pullZ);
            alpha.fma(xk, load(firstX, lanesOfJ)).intoArray(firstX, lanesOfJ);
            alpha.fma(yk, load(firstY, lanesOfJ)).intoArray(firstY, lanesOfJ);
            alpha.fma(zk, load(firstZ, lanesOfJ)).intoArray(firstZ, lanesOfJ);
        }
        pullX.intoArray(pairs.pull[0], k);
        pullY.intoArray(pairs.pull[1], k);
        pullZ.intoArray(pairs.pull[2], k);
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
}
