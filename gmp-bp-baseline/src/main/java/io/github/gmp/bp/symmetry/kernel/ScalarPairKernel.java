package io.github.gmp.bp.symmetry.kernel;

/** Plain loops: one pair at a time. */
final class ScalarPairKernel implements PairKernel {
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
    public void pairTangents(PairTable pairs) {
        for (int p = 0; p < pairs.places; p++) {
            pairs.tangentSquare[p] = 2
                    * (pairs.x[p] * pairs.tangentX[p]
                            + pairs.y[p] * pairs.tangentY[p]
                            + pairs.z[p] * pairs.tangentZ[p]);
        }
    }
}
