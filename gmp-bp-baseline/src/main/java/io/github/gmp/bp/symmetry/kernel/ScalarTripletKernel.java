package io.github.gmp.bp.symmetry.kernel;

import java.util.Arrays;

/** Plain loops: one triplet at a time. */
final class ScalarTripletKernel implements TripletKernel {
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
    public void cutOffPolynomial(TripletTile tile, double[] coefficients, double largestSquare, double[] values) {
        double[] square = tile.square;
        Arrays.fill(values, 0, tile.blocks, 0);
        for (int n = 0; n < CUTOFF_POLYNOMIAL - 1; n += 4) {
            double c0 = coefficients[n];
            double c1 = coefficients[n + 1];
            double c2 = coefficients[n + 2];
            double c3 = coefficients[n + 3];
            for (int t = 0; t < tile.blocks; t++) {
                double s = square[t];
                values[t] = (((values[t] * s + c0) * s + c1) * s + c2) * s + c3;
            }
        }
        double last = coefficients[CUTOFF_POLYNOMIAL - 1];
        for (int t = 0; t < tile.blocks; t++) {
            values[t] = square[t] < largestSquare ? values[t] * square[t] + last : 0;
        }
    }

    @Override
    public void cutOffPolynomial(
            TripletTile tile, double[] coefficients, double largestSquare, double[] values, double[] slopes) {
        double[] square = tile.square;
        Arrays.fill(values, 0, tile.blocks, 0);
        Arrays.fill(slopes, 0, tile.blocks, 0);
        // Two powers per loop: with more, the compiler does not vectorize it any more.
        for (int n = 0; n < CUTOFF_POLYNOMIAL - 1; n += 2) {
            double c0 = coefficients[n];
            double c1 = coefficients[n + 1];
            for (int t = 0; t < tile.blocks; t++) {
                double s = square[t];
                double value = values[t];
                double next = value * s + c0;
                slopes[t] = (slopes[t] * s + value) * s + next;
                values[t] = next * s + c1;
            }
        }
        double last = coefficients[CUTOFF_POLYNOMIAL - 1];
        for (int t = 0; t < tile.blocks; t++) {
            boolean inside = square[t] < largestSquare;
            slopes[t] = inside ? slopes[t] * square[t] + values[t] : 0;
            values[t] = inside ? values[t] * square[t] + last : 0;
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
}
