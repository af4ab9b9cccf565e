package io.github.gmp.bp.symmetry.kernel;

import java.util.Arrays;

/** Plain loops: one triplet at a time. */
final class ScalarDerivativeKernel implements DerivativeKernel {
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
}
