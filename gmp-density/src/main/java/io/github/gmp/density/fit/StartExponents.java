package io.github.gmp.density.fit;

import io.github.gmp.api.multipole.density.RadialDensity;

import java.util.ArrayList;
import java.util.List;

/** Where fits start from: ascending exponents in Å⁻². */
final class StartExponents {
    /** Smallest exponents over that of a Gaussian as wide as the density, 3 / (2 ⟨r²⟩). */
    private static final double[] SMALLEST = {0.3, 0.6, 1.0};

    private static final double[] RATIOS = {1.8, 2.5, 3.5};
    private static final double OUTWARD = 2.5;

    private StartExponents() {}

    /** Nine even-tempered grids, β_k = β_1 q^{k−1}. */
    static List<double[]> evenTempered(RadialDensity data, int size) {
        double width = 1.5 / meanSquareRadius(data);
        List<double[]> starts = new ArrayList<>();
        for (double smallest : SMALLEST) {
            for (double ratio : RATIOS) {
                double[] exponents = new double[size];
                for (int k = 0; k < size; k++) {
                    exponents[k] = width * smallest * Math.pow(ratio, k);
                }
                starts.add(exponents);
            }
        }
        return starts;
    }

    /** The exponents of a fit with one Gaussian less and one more: below, above, and in every gap that has room. */
    static List<double[]> grown(double[] exponents, double smallestRatio) {
        List<double[]> starts = new ArrayList<>();
        starts.add(inserted(exponents, 0, exponents[0] / OUTWARD));
        for (int k = 1; k < exponents.length; k++) {
            if (exponents[k] / exponents[k - 1] >= smallestRatio * smallestRatio) {
                starts.add(inserted(exponents, k, Math.sqrt(exponents[k - 1] * exponents[k])));
            }
        }
        starts.add(inserted(exponents, exponents.length, exponents[exponents.length - 1] * OUTWARD));
        return starts;
    }

    private static double[] inserted(double[] exponents, int at, double exponent) {
        double[] longer = new double[exponents.length + 1];
        System.arraycopy(exponents, 0, longer, 0, at);
        longer[at] = exponent;
        System.arraycopy(exponents, at, longer, at + 1, exponents.length - at);
        return longer;
    }

    /** ⟨r²⟩ over the data, in Å². */
    private static double meanSquareRadius(RadialDensity data) {
        double sum = 0;
        double norm = 0;
        for (int i = 0; i < data.size(); i++) {
            double r2 = data.radius(i) * data.radius(i);
            double shell = r2 * data.density(i) * data.spacing(i);
            sum += r2 * shell;
            norm += shell;
        }
        return sum / norm;
    }
}
