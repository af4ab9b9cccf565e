package io.github.gmp.experiments.density.effect;

import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far the features of one element are from those of its numerical density, with sums of Gaussians in its place. The deviation of an order
 * and a width is max_d |M_n(d) − M_n^ref(d)| / max_d |M_n^ref(d)| over distances d from 0 to 3 Å, with the moments M_n of {@link RadialMoments}:
 * features are squares of moments, so that of a feature is about twice as large.
 */
final class MomentDeviation {
    /** Orders n. */
    static final List<Integer> ORDERS = List.of(0, 1, 2, 3);
    /** Widths σ in Å. */
    static final List<Double> SIGMAS = List.of(0.25, 0.5, 1.0, 2.0);

    private static final double LARGEST_DISTANCE = 3;
    private static final int DISTANCES = 61;

    private final RadialDensity reference;
    /** {@code [order][sigma][distance]}. */
    private final double[][][] moments;

    /** @param reference the numerical density of an element */
    MomentDeviation(RadialDensity reference) {
        this.reference = reference;
        double[] radii = new double[reference.size()];
        double[] shells = new double[reference.size()];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = reference.radius(i);
            shells[i] = 4 * Math.PI * radii[i] * radii[i] * reference.density(i) * reference.spacing(i);
        }
        moments = moments(new NumericalMoments(radii, shells));
    }

    private static double[][][] moments(RadialMoments source) {
        double[][][] values = new double[ORDERS.size()][SIGMAS.size()][DISTANCES];
        for (int n = 0; n < values.length; n++) {
            for (int s = 0; s < SIGMAS.size(); s++) {
                double alpha = 1 / (2 * SIGMAS.get(s) * SIGMAS.get(s));
                for (int d = 0; d < DISTANCES; d++) {
                    double distance = LARGEST_DISTANCE * d / (DISTANCES - 1);
                    values[n][s][d] = source.moment(ORDERS.get(n), alpha, distance);
                }
            }
        }
        return values;
    }

    Element element() {
        return reference.element();
    }

    RadialDensity reference() {
        return reference;
    }

    /**
     * {@return the deviations by order and width, {@code [order][sigma]}}
     *
     * @param density Gaussians that stand for the density
     */
    List<List<Double>> deviations(GaussianMixture density) {
        double[][][] others = moments(new GaussianMoments(density));
        List<List<Double>> deviations = new ArrayList<>();
        for (int n = 0; n < others.length; n++) {
            List<Double> row = new ArrayList<>();
            for (int s = 0; s < others[n].length; s++) {
                double largest =
                        Arrays.stream(moments[n][s]).map(Math::abs).max().orElseThrow();
                double deviation = 0;
                for (int d = 0; d < DISTANCES; d++) {
                    deviation = Math.max(deviation, Math.abs(others[n][s][d] - moments[n][s][d]));
                }
                row.add(deviation / largest);
            }
            deviations.add(List.copyOf(row));
        }
        return List.copyOf(deviations);
    }
}
