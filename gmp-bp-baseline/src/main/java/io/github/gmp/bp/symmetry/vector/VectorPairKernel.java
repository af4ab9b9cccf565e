package io.github.gmp.bp.symmetry.vector;

import static io.github.gmp.bp.symmetry.vector.Vectors.all;
import static io.github.gmp.bp.symmetry.vector.Vectors.load;
import static io.github.gmp.toolkit.kernel.vector.Lanes.COUNT;

import io.github.gmp.bp.symmetry.kernel.PairKernel;
import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.ShiftedGaussians;
import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;

/** On the Vector API: lanes are neighbors of one channel. */
final class VectorPairKernel implements PairKernel {
    /** Fills {@link PairTable#radial} with exp(−η (r − R_s)²), {@code [block][function][lane]}. */
    private static void loadRadial(PairTable pairs, ShiftedGaussians gaussians) {
        pairs.reserveRadial(gaussians.count());
        for (int p = 0; p < pairs.places; p += COUNT) {
            loadExponents(pairs.distance, p, gaussians, pairs.radial);
        }
        Lanes.exp2(pairs.radial, 0, pairs.places / COUNT * gaussians.count(), COUNT);
    }

    private static void loadExponents(double[] distances, int p, ShiftedGaussians gaussians, double[] result) {
        DoubleVector r = load(distances, p);
        int at = p * gaussians.count();
        for (int f = 0; f < gaussians.count(); f++) {
            DoubleVector distance = r.sub(all(gaussians.shift(f)));
            distance.mul(all(-gaussians.eta(f) * Lanes.LOG2_E)).mul(distance).intoArray(result, at);
            at += COUNT;
        }
    }

    @Override
    public void addRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums) {
        loadRadial(pairs, gaussians);
        for (int p = 0; p < pairs.places; p += COUNT) {
            addBlock(pairs, p, gaussians, sums);
        }
    }

    private static void addBlock(PairTable pairs, int p, ShiftedGaussians gaussians, double[] sums) {
        double[] radial = pairs.radial;
        DoubleVector cutoff = load(pairs.cutoff, p);
        int channel = pairs.channel[p];
        int at = p * gaussians.count();
        for (int f = 0; f < gaussians.count(); f++) {
            int sum = (channel + gaussians.index(f)) * COUNT;
            load(radial, at).fma(cutoff, load(sums, sum)).intoArray(sums, sum);
            at += COUNT;
        }
    }

    @Override
    public void pullRadial(PairTable pairs, ShiftedGaussians gaussians, double[] gradient) {
        loadRadial(pairs, gaussians);
        for (int p = 0; p < pairs.places; p += COUNT) {
            pullBlock(pairs, p, gaussians, gradient);
        }
    }

    /** Σ_f w_f ∂(R_f f_c)/∂s, with dR/ds = −η (1 − R_s / r) R; what does not depend on the function is taken out of the sum. */
    private static void pullBlock(PairTable pairs, int p, ShiftedGaussians gaussians, double[] gradient) {
        double[] radial = pairs.radial;
        int channel = pairs.channel[p];
        DoubleVector plain = all(0);
        DoubleVector byRate = all(0);
        DoubleVector byShift = all(0);
        int at = p * gaussians.count();
        for (int f = 0; f < gaussians.count(); f++) {
            double weight = gradient[channel + gaussians.index(f)];
            double rate = weight * gaussians.eta(f);
            double shiftedRate = rate * gaussians.shift(f);
            DoubleVector value = load(radial, at);
            plain = value.fma(all(weight), plain);
            byRate = value.fma(all(rate), byRate);
            byShift = value.fma(all(shiftedRate), byShift);
            at += COUNT;
        }
        DoubleVector byCutoff = byShift.mul(load(pairs.inverse, p)).sub(byRate);
        DoubleVector slope = load(pairs.cutoffSlope, p);
        byCutoff.fma(load(pairs.cutoff, p), plain.fma(slope, load(pairs.bySquare, p)))
                .intoArray(pairs.bySquare, p);
    }

    @Override
    public void pushRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums) {
        loadRadial(pairs, gaussians);
        for (int p = 0; p < pairs.places; p += COUNT) {
            pushBlock(pairs, p, gaussians, sums);
        }
    }

    private static void pushBlock(PairTable pairs, int p, ShiftedGaussians gaussians, double[] sums) {
        double[] radial = pairs.radial;
        int channel = pairs.channel[p];
        DoubleVector inverse = load(pairs.inverse, p);
        DoubleVector tangent = load(pairs.tangentSquare, p);
        DoubleVector cutoff = load(pairs.cutoff, p).mul(tangent);
        DoubleVector slope = load(pairs.cutoffSlope, p).mul(tangent);
        int at = p * gaussians.count();
        for (int f = 0; f < gaussians.count(); f++) {
            int sum = (channel + gaussians.index(f)) * COUNT;
            double eta = gaussians.eta(f);
            double shiftedRate = eta * gaussians.shift(f);
            DoubleVector rate = inverse.fma(all(shiftedRate), all(-eta));
            load(radial, at).fma(rate.fma(cutoff, slope), load(sums, sum)).intoArray(sums, sum);
            at += COUNT;
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
