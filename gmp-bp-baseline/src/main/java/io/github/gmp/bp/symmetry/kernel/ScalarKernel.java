package io.github.gmp.bp.symmetry.kernel;

import java.util.Arrays;

/** Plain loops, one lane. Most are simple enough for the compiler to vectorize by itself. */
public final class ScalarKernel implements SymmetryKernel {
    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void polynomial(double[] coefficients, double[] x, double[] result, int length) {
        startPolynomial(coefficients, x, result, length);
        for (int n = 5; n < coefficients.length; n += 4) {
            continuePolynomial(coefficients, n, x, result, length);
        }
    }

    private static void startPolynomial(double[] c, double[] x, double[] result, int length) {
        double c0 = c[0];
        double c1 = c[1];
        double c2 = c[2];
        double c3 = c[3];
        double c4 = c[4];
        for (int t = 0; t < length; t++) {
            result[t] = (((c0 * x[t] + c1) * x[t] + c2) * x[t] + c3) * x[t] + c4;
        }
    }

    private static void continuePolynomial(double[] c, int n, double[] x, double[] result, int length) {
        double c0 = c[n];
        double c1 = c[n + 1];
        double c2 = c[n + 2];
        double c3 = c[n + 3];
        for (int t = 0; t < length; t++) {
            result[t] = (((result[t] * x[t] + c0) * x[t] + c1) * x[t] + c2) * x[t] + c3;
        }
    }

    @Override
    public void exponential(double rate, double[] x, double[] result, int length) {
        for (int t = 0; t < length; t++) {
            result[t] = Math.exp(-rate * x[t]);
        }
    }

    @Override
    public void root(double[] x, double shift, double[] result, double[] argument, int length) {
        for (int t = 0; t < length; t++) {
            result[t] = Math.sqrt(x[t]);
            argument[t] = result[t] - shift;
        }
    }

    @Override
    public void multiply(double[] a, int aOffset, double[] b, int bOffset, double[] result, int offset, int length) {
        for (int t = 0; t < length; t++) {
            result[offset + t] = a[aOffset + t] * b[bOffset + t];
        }
    }

    @Override
    public void divide(double[] a, double[] b, double[] result, int length) {
        for (int t = 0; t < length; t++) {
            result[t] = b[t] > 0 ? a[t] / b[t] : 0;
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
        for (int t = 0; t < length; t++) {
            double g = gaussian[t];
            double product = g * cutoff[t];
            slope[t] = g * cutoffSlope[t] - eta * product;
            value[t] = product;
        }
    }

    @Override
    public void addRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums) {
        for (int p = 0; p < pairs.places; p++) {
            double r = pairs.distance[p];
            double cutoff = pairs.cutoff[p];
            for (int f = 0; f < gaussians.count(); f++) {
                double distance = r - gaussians.shift(f);
                sums[pairs.channel[p] + gaussians.index(f)] +=
                        Math.exp(-gaussians.eta(f) * distance * distance) * cutoff;
            }
        }
    }

    @Override
    public void pullRadial(PairTable pairs, ShiftedGaussians gaussians, double[] gradient) {
        for (int p = 0; p < pairs.places; p++) {
            double sum = 0;
            for (int f = 0; f < gaussians.count(); f++) {
                sum += gradient[pairs.channel[p] + gaussians.index(f)] * radialSlope(pairs, p, gaussians, f);
            }
            pairs.bySquare[p] += sum;
        }
    }

    @Override
    public void pushRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums) {
        for (int p = 0; p < pairs.places; p++) {
            for (int f = 0; f < gaussians.count(); f++) {
                sums[pairs.channel[p] + gaussians.index(f)] +=
                        radialSlope(pairs, p, gaussians, f) * pairs.tangentSquare[p];
            }
        }
    }

    /** dR/ds = −η (1 − R_s / r) R. */
    private static double radialSlope(PairTable pairs, int p, ShiftedGaussians gaussians, int f) {
        double eta = gaussians.eta(f);
        double shift = gaussians.shift(f);
        double distance = pairs.distance[p] - shift;
        double rate = eta * (1 - shift * pairs.inverse[p]);
        return Math.exp(-eta * distance * distance) * (pairs.cutoffSlope[p] - rate * pairs.cutoff[p]);
    }

    @Override
    public void pairTangents(PairTable pairs, int etas) {
        for (int p = 0; p < pairs.places; p++) {
            pairs.tangentSquare[p] = 2
                    * (pairs.x[p] * pairs.tangentX[p]
                            + pairs.y[p] * pairs.tangentY[p]
                            + pairs.z[p] * pairs.tangentZ[p]);
        }
        for (int e = 0; e < etas; e++) {
            multiply(pairs.gaussianSlopes[e], 0, pairs.tangentSquare, 0, pairs.gaussianTangents[e], 0, pairs.places);
        }
    }

    @Override
    public void geometry(PairTable pairs, TripletTile tile, double largestSquare) {
        for (int t = 0; t < tile.blocks; t++) {
            int j = tile.first[t];
            int k = tile.second[t];
            double dot = pairs.x[j] * pairs.x[k] + pairs.y[j] * pairs.y[k] + pairs.z[j] * pairs.z[k];
            double dx = pairs.x[k] - pairs.x[j];
            double dy = pairs.y[k] - pairs.y[j];
            double dz = pairs.z[k] - pairs.z[j];
            double square = dx * dx + dy * dy + dz * dz;
            tile.cosine[t] = dot * (pairs.inverse[j] * pairs.inverse[k]);
            tile.square[t] = Math.min(square, largestSquare);
        }
    }

    @Override
    public void masks(TripletTile tile, double[] result) {
        // Blocks of one lane have no filling.
        Arrays.fill(result, 0, tile.blocks, 1);
    }

    @Override
    public void cutOff(TripletTile tile, double largestSquare, double[] values) {
        for (int t = 0; t < tile.blocks; t++) {
            values[t] = tile.square[t] < largestSquare ? values[t] : 0;
        }
    }

    @Override
    public void halfAngles(double[] cosine, double[] result, int plus, int minus, int length) {
        for (int t = 0; t < length; t++) {
            double half = 0.5 * cosine[t];
            result[plus + t] = 0.5 + half;
            result[minus + t] = 0.5 - half;
        }
    }

    @Override
    public void weigh(TripletTile tile, double[] gaussians, double[] a, double[] b, double[] result, int offset) {
        for (int t = 0; t < tile.blocks; t++) {
            result[offset + t] = gaussians[tile.first[t]] * gaussians[tile.second[t]] * (a[t] * b[t]);
        }
    }

    @Override
    public void weighByPolynomial(
            TripletTile tile, double[] gaussians, double[] coefficients, double[] a, double[] result, int offset) {
        for (int t = 0; t < tile.blocks; t++) {
            result[offset + t] = gaussians[tile.first[t]] * gaussians[tile.second[t]] * a[t];
        }
        multiplyByPolynomial(tile.square, coefficients, result, offset, tile.blocks);
    }

    private static void multiplyByPolynomial(double[] x, double[] c, double[] result, int offset, int length) {
        double c0 = c[0];
        double c1 = c[1];
        double c2 = c[2];
        double c3 = c[3];
        double c4 = c[4];
        double c5 = c[5];
        double c6 = c[6];
        double c7 = c[7];
        double c8 = c[8];
        for (int t = 0; t < length; t++) {
            double at = x[t];
            double high = (((c0 * at + c1) * at + c2) * at + c3) * at + c4;
            result[offset + t] *= (((high * at + c5) * at + c6) * at + c7) * at + c8;
        }
    }

    @Override
    public void addMoments(double[] cosine, double[] weights, int groups, double[] sums, int sum, int begin, int end) {
        for (int group = 0; group < groups; group++) {
            addGroupMoments(cosine, weights, group * TripletTile.CAPACITY, sums, sum + group * MOMENTS, begin, end);
        }
    }

    private static void addGroupMoments(
            double[] cosine, double[] weights, int offset, double[] sums, int sum, int begin, int end) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double sum4 = 0;
        for (int t = begin; t < end; t++) {
            double weight = weights[offset + t];
            double c = cosine[t];
            double first = weight * c;
            double square = c * c;
            sum0 += weight;
            sum1 += first;
            sum2 += weight * square;
            sum3 += first * square;
            sum4 += weight * (square * square);
        }
        sums[sum] += sum0;
        sums[sum + 1] += sum1;
        sums[sum + 2] += sum2;
        sums[sum + 3] += sum3;
        sums[sum + 4] += sum4;
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
        for (int m = 0; m < count; m++) {
            int row = rows[first + m];
            double even = 0;
            double odd = 0;
            int t = begin;
            for (; t + 1 < end; t += 2) {
                even += weights[offset + t] * powers[row + t];
                odd += weights[offset + t + 1] * powers[row + t + 1];
            }
            if (t < end) {
                even += weights[offset + t] * powers[row + t];
            }
            sums[sum + m] += even + odd;
        }
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
        Arrays.fill(result, 0, tile.blocks, 0);
        int start = 0;
        while (start < tile.blocks) {
            int end = start + 1;
            while (end < tile.blocks && tile.channel[end] == tile.channel[start]) {
                end++;
            }
            int row = begin + tile.channel[start] * stride;
            for (int m = 0; m < count; m += 2) {
                int row0 = rows[first + m];
                int row1 = rows[first + m + 1];
                double c0 = coefficients[row + m];
                double c1 = coefficients[row + m + 1];
                for (int t = start; t < end; t++) {
                    result[t] += c0 * powers[row0 + t] + c1 * powers[row1 + t];
                }
            }
            start = end;
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
        for (int t = 0; t < tile.blocks; t++) {
            int row = tile.channel[t] * stride + first;
            double c = tile.cosine[t];
            double highest = coefficients[row + 4];
            double next = coefficients[row + 3];
            double middle = coefficients[row + 2];
            double low = coefficients[row + 1];
            double angular = (((highest * c + next) * c + middle) * c + low) * c + coefficients[row];
            double angularSlope = ((4 * highest * c + 3 * next) * c + 2 * middle) * c + low;
            addSensitivity(tile, t, gaussians, gaussianSlopes, third[t], thirdSlope[t], angular, angularSlope);
        }
    }

    private static void addSensitivity(
            TripletTile tile,
            int t,
            double[] gaussians,
            double[] gaussianSlopes,
            double third,
            double thirdSlope,
            double angular,
            double angularSlope) {
        int j = tile.first[t];
        int k = tile.second[t];
        double product = gaussians[j] * gaussians[k];
        double rest = third * angular;
        tile.byCosine[t] += product * (third * angularSlope);
        tile.bySquare[t] += product * (thirdSlope * angular);
        tile.byFirst[t] += gaussianSlopes[j] * (gaussians[k] * rest);
        tile.bySecond[t] += gaussianSlopes[k] * (gaussians[j] * rest);
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
        for (int t = 0; t < tile.blocks; t++) {
            addSensitivity(tile, t, gaussians, gaussianSlopes, third[t], thirdSlope[t], angular[t], angularSlope[t]);
        }
    }

    @Override
    public void pull(PairTable pairs, TripletTile tile) {
        for (int t = 0; t < tile.blocks; t++) {
            int j = tile.first[t];
            int k = tile.second[t];
            double inverseJ = pairs.inverse[j];
            double inverseK = pairs.inverse[k];
            double third = 2 * tile.bySquare[t];
            double alpha = tile.byCosine[t] * (inverseJ * inverseK) - third;
            double cosinePart = tile.byCosine[t] * tile.cosine[t];
            pairs.firstPull[0][j] += alpha * pairs.x[k];
            pairs.firstPull[1][j] += alpha * pairs.y[k];
            pairs.firstPull[2][j] += alpha * pairs.z[k];
            pairs.firstPull[3][j] += 2 * tile.byFirst[t] + third - cosinePart * (inverseJ * inverseJ);
            pairs.pull[0][k] += alpha * pairs.x[j];
            pairs.pull[1][k] += alpha * pairs.y[j];
            pairs.pull[2][k] += alpha * pairs.z[j];
            pairs.ownPull[k] += 2 * tile.bySecond[t] + third - cosinePart * (inverseK * inverseK);
        }
    }

    @Override
    public void tripletTangents(PairTable pairs, TripletTile tile) {
        for (int t = 0; t < tile.blocks; t++) {
            int j = tile.first[t];
            int k = tile.second[t];
            double inverseJ = pairs.inverse[j];
            double inverseK = pairs.inverse[k];
            double dot = pairs.tangentX[j] * pairs.x[k]
                    + pairs.tangentY[j] * pairs.y[k]
                    + pairs.tangentZ[j] * pairs.z[k]
                    + pairs.x[j] * pairs.tangentX[k]
                    + pairs.y[j] * pairs.tangentY[k]
                    + pairs.z[j] * pairs.tangentZ[k];
            double stretch =
                    pairs.tangentSquare[j] * (inverseJ * inverseJ) + pairs.tangentSquare[k] * (inverseK * inverseK);
            tile.cosineTangent[t] = dot * (inverseJ * inverseK) - 0.5 * tile.cosine[t] * stretch;
            // |d_k − d_j|² = s_j + s_k − 2 d_j · d_k
            tile.squareTangent[t] = pairs.tangentSquare[j] + pairs.tangentSquare[k] - 2 * dot;
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
        for (int t = 0; t < tile.blocks; t++) {
            int j = tile.first[t];
            int k = tile.second[t];
            result[offset + t] = (gaussianTangents[j] * gaussians[k] + gaussians[j] * gaussianTangents[k]) * third[t]
                    + gaussians[j] * gaussians[k] * (thirdSlope[t] * tile.squareTangent[t]);
        }
    }

    @Override
    public void reduce(double[] sums, int count, double[] result) {
        System.arraycopy(sums, 0, result, 0, count);
    }
}
