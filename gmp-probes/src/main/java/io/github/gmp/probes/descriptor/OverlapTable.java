package io.github.gmp.probes.descriptor;

import io.github.gmp.api.math.GaussianMixture;
import io.github.gmp.api.probe.RadialProbe;

import java.util.Arrays;
import java.util.List;

/**
 * The radial functions R_{e,m,σ}(r²) = Σ C λ^e γ^{−m} e^{−κ r²} of one element, see {@link MomentPlan}; all constants are worked out once.
 * Each pair of a density Gaussian and a probe Gaussian costs one exponential, shared by all channels. Immutable.
 */
final class OverlapTable {
    /**
     * Beyond this κ r² a Gaussian is left out: e^{−600} = 10^{−261} changes no sum, and its products would drop into the denormal
     * numbers, which are many times slower.
     */
    private static final double LARGEST_EXPONENT = 600;

    private final int radials;
    private final int channels;
    /** Gaussian pairs of radial probe s: from {@code start[s]} to {@code start[s + 1]}. */
    private final int[] start;

    private final double[] kappa;
    /** C λ^e γ^{−m}, {@code [Gaussian pair][channel]}. */
    private final double[] coefficient;

    OverlapTable(GaussianMixture density, List<RadialProbe> probes, List<MomentPlan.Channel> channelList) {
        radials = probes.size();
        channels = channelList.size();
        start = new int[radials + 1];
        for (int s = 0; s < radials; s++) {
            start[s + 1] = start[s] + density.size() * probes.get(s).expansion().size();
        }
        kappa = new double[start[radials]];
        coefficient = new double[kappa.length * channels];
        int pair = 0;
        for (RadialProbe probe : probes) {
            GaussianMixture expansion = probe.expansion();
            for (int l = 0; l < expansion.size(); l++) {
                for (int k = 0; k < density.size(); k++) {
                    double alpha = expansion.exponent(l);
                    double beta = density.exponent(k);
                    double gamma = alpha + beta;
                    double lambda = beta / gamma;
                    double amplitude = expansion.amplitude(l) * density.amplitude(k) * Math.pow(Math.PI / gamma, 1.5);
                    kappa[pair] = alpha * lambda;
                    for (int h = 0; h < channels; h++) {
                        MomentPlan.Channel channel = channelList.get(h);
                        coefficient[pair * channels + h] =
                                amplitude * Math.pow(lambda, channel.degree()) * Math.pow(gamma, -channel.gammaPower());
                    }
                    pair++;
                }
            }
        }
    }

    /** Number of exponentials per neighbor. */
    int exponentials() {
        return kappa.length;
    }

    /**
     * @param square r²
     * @param values receives R, {@code [radial][channel]}
     */
    void evaluate(double square, double[] values) {
        Arrays.fill(values, 0);
        for (int s = 0; s < radials; s++) {
            int base = s * channels;
            for (int pair = start[s]; pair < start[s + 1]; pair++) {
                double exponent = kappa[pair] * square;
                if (exponent < LARGEST_EXPONENT) {
                    double exponential = Math.exp(-exponent);
                    int row = pair * channels;
                    for (int h = 0; h < channels; h++) {
                        values[base + h] += exponential * coefficient[row + h];
                    }
                }
            }
        }
    }

    /**
     * @param square r²
     * @param values receives R, {@code [radial][channel]}
     * @param slopes receives dR/d(r²), {@code [radial][channel]}
     */
    void evaluate(double square, double[] values, double[] slopes) {
        Arrays.fill(values, 0);
        Arrays.fill(slopes, 0);
        for (int s = 0; s < radials; s++) {
            int base = s * channels;
            for (int pair = start[s]; pair < start[s + 1]; pair++) {
                double exponent = kappa[pair] * square;
                if (exponent < LARGEST_EXPONENT) {
                    double exponential = Math.exp(-exponent);
                    double slope = -kappa[pair] * exponential;
                    int row = pair * channels;
                    for (int h = 0; h < channels; h++) {
                        values[base + h] += exponential * coefficient[row + h];
                        slopes[base + h] += slope * coefficient[row + h];
                    }
                }
            }
        }
    }
}
