package io.github.gmp.bp.symmetry.vector;

import static io.github.gmp.api.kernel.vector.Lanes.COUNT;
import static io.github.gmp.bp.symmetry.vector.Vectors.all;
import static io.github.gmp.bp.symmetry.vector.Vectors.load;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.kernel.PairKernel;
import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.ShiftedGaussians;
import jdk.incubator.vector.DoubleVector;

/** On the Vector API: lanes are neighbors of one channel. */
final class VectorPairKernel implements PairKernel {
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
    public void pairTangents(PairTable pairs) {
        for (int p = 0; p < pairs.places; p += COUNT) {
            DoubleVector half = load(pairs.x, p)
                    .mul(load(pairs.tangentX, p))
                    .add(load(pairs.y, p).mul(load(pairs.tangentY, p)))
                    .add(load(pairs.z, p).mul(load(pairs.tangentZ, p)));
            half.add(half).intoArray(pairs.tangentSquare, p);
        }
    }
}
