package io.github.gmp.probes.moment;

import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.probe.RadialProbe;

import java.util.Arrays;
import java.util.List;

/**
 * The radial functions of one species, usually an element: R_{h,σ}(x²) = Σ_g c_{σ,h,g} e^{−κ_{σ,g} x²} for every channel h and radial probe σ, the sum over the
 * pairs g of a Gaussian of the density and one of the probe, see {@link MomentPlan}. All constants are worked out once; the exponentials
 * of a probe are shared by all its channels. Immutable and thread-safe.
 */
public final class OverlapTable {
    /** A neighbor that adds less than this times the largest value of every channel changes no sum. */
    private static final double NEGLIGIBLE = 1e-17;

    private static final int REACH_STEPS = 1024;

    private final int radials;
    private final int channels;
    private final List<Channel> channelList;
    /** Gaussian pairs of radial probe s: from {@code start[s]} to {@code start[s + 1]}. */
    private final int[] start;

    private final double[] kappa;
    /** c, {@code [radial][channel][Gaussian pair]}: those of radial s start at {@code start[s] * channels}. */
    private final double[] coefficient;
    /** Per radial probe, x² from which on it is negligible. */
    private final double[] reach;
    /** R at x = 0, {@code [radial][channel]}. */
    private final double[] atCenter;

    /**
     * @param density density of the species
     * @param probes the radial probes
     * @param channelList the channels of the plan
     * @param cutoff distance in Å up to which the functions are needed
     */
    public OverlapTable(GaussianMixture density, List<RadialProbe> probes, List<Channel> channelList, double cutoff) {
        this.channelList = List.copyOf(channelList);
        radials = probes.size();
        channels = channelList.size();
        start = new int[radials + 1];
        for (int s = 0; s < radials; s++) {
            start[s + 1] = start[s] + density.size() * probes.get(s).expansion().size();
        }
        kappa = new double[start[radials]];
        coefficient = new double[kappa.length * channels];
        for (int s = 0; s < radials; s++) {
            fill(s, density, probes.get(s).expansion());
        }
        atCenter = new double[radials * channels];
        reach = new double[radials];
        for (int s = 0; s < radials; s++) {
            for (int h = 0; h < channels; h++) {
                atCenter[s * channels + h] = value(s, h, 0, false);
            }
            reach[s] = reach(s, cutoff);
        }
    }

    private void fill(int s, GaussianMixture density, GaussianMixture expansion) {
        int count = start[s + 1] - start[s];
        int pair = 0;
        for (int l = 0; l < expansion.size(); l++) {
            for (int k = 0; k < density.size(); k++, pair++) {
                double alpha = expansion.exponent(l);
                double beta = density.exponent(k);
                double gamma = alpha + beta;
                double lambda = beta / gamma;
                double amplitude = expansion.amplitude(l) * density.amplitude(k) * Math.pow(Math.PI / gamma, 1.5);
                kappa[start[s] + pair] = alpha * lambda;
                for (int h = 0; h < channels; h++) {
                    coefficient[start[s] * channels + h * count + pair] =
                            amplitude * channelList.get(h).factor(lambda, gamma);
                }
            }
        }
    }

    /** R_{h,σ}, or with the absolute values of all terms. */
    private double value(int s, int h, double square, boolean absolute) {
        int count = start[s + 1] - start[s];
        int row = start[s] * channels + h * count;
        double sum = 0;
        for (int g = 0; g < count; g++) {
            double c = coefficient[row + g];
            sum += (absolute ? Math.abs(c) : c) * Math.exp(-kappa[start[s] + g] * square);
        }
        return sum;
    }

    /** The smallest x² on a grid from which on |x|^e R_{h,σ} is negligible for all channels. */
    private double reach(int s, double cutoff) {
        int last = 0;
        for (int h = 0; h < channels; h++) {
            int degree = channelList.get(h).degree();
            double largest = 0;
            for (int step = 0; step <= REACH_STEPS; step++) {
                double r = cutoff * step / REACH_STEPS;
                largest = Math.max(largest, Math.pow(r, degree) * Math.abs(value(s, h, r * r, false)));
            }
            for (int step = REACH_STEPS; step > last; step--) {
                double r = cutoff * step / REACH_STEPS;
                if (Math.pow(r, degree) * value(s, h, r * r, true) > NEGLIGIBLE * largest) {
                    last = step;
                }
            }
        }
        double r = cutoff * (last + 1) / REACH_STEPS;
        return last == REACH_STEPS ? Double.POSITIVE_INFINITY : r * r;
    }

    /** {@return the number of exponentials per neighbor} */
    public int exponentials() {
        return kappa.length;
    }

    /**
     * {@return the index of its first exponential}
     *
     * @param radial number of a radial probe
     */
    public int begin(int radial) {
        return start[radial];
    }

    /**
     * {@return one past the index of its last exponential}
     *
     * @param radial number of a radial probe
     */
    public int end(int radial) {
        return start[radial + 1];
    }

    /**
     * {@return κ in Å⁻²}
     *
     * @param exponential index of an exponential
     */
    public double kappa(int exponential) {
        return kappa[exponential];
    }

    /** {@return c as {@code [radial][channel][exponential of the radial probe]}, the live array, not to be written to} */
    public double[] coefficients() {
        return coefficient;
    }

    /**
     * {@return x² in Å² from which on neighbors of this species add nothing to its sums; infinite if that is beyond the cutoff}
     *
     * @param radial number of a radial probe
     */
    public double reach(int radial) {
        return reach[radial];
    }

    /**
     * {@return R_{h,σ}(0), what an atom adds to its own sums}
     *
     * @param radial number of a radial probe
     * @param channel number of a channel
     */
    public double atCenter(int radial, int channel) {
        return atCenter[radial * channels + channel];
    }

    /**
     * @param radial number of a radial probe
     * @param square x² in Å²
     * @param values receives R, {@code [channel]}
     */
    void evaluate(int radial, double square, double[] values) {
        Arrays.fill(values, 0);
        int count = start[radial + 1] - start[radial];
        int row = start[radial] * channels;
        for (int g = 0; g < count; g++) {
            double exponential = Math.exp(-kappa[start[radial] + g] * square);
            for (int h = 0; h < channels; h++) {
                values[h] += exponential * coefficient[row + h * count + g];
            }
        }
    }

    /**
     * @param radial number of a radial probe
     * @param square x² in Å²
     * @param values receives R, {@code [channel]}
     * @param slopes receives dR/d(x²), {@code [channel]}
     */
    void evaluate(int radial, double square, double[] values, double[] slopes) {
        Arrays.fill(values, 0);
        Arrays.fill(slopes, 0);
        int count = start[radial + 1] - start[radial];
        int row = start[radial] * channels;
        for (int g = 0; g < count; g++) {
            double exponential = Math.exp(-kappa[start[radial] + g] * square);
            double slope = -kappa[start[radial] + g] * exponential;
            for (int h = 0; h < channels; h++) {
                values[h] += exponential * coefficient[row + h * count + g];
                slopes[h] += slope * coefficient[row + h * count + g];
            }
        }
    }
}
