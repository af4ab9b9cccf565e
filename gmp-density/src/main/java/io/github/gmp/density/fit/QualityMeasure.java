package io.github.gmp.density.fit;

import io.github.gmp.api.multipole.density.FitQuality;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;

/** Measures how well Gaussians follow a radial density. */
public final class QualityMeasure {
    /** Between grid points too a fit may dip below zero; its narrowest Gaussians are resolved many times over by so many radii. */
    private static final int RADII = 20_000;

    private QualityMeasure() {}

    /**
     * {@return how well they agree}
     *
     * @param data a radial density
     * @param mixture Gaussians
     */
    public static FitQuality of(RadialDensity data, GaussianMixture mixture) {
        double misplaced = 0;
        double squares = 0;
        double norm = 0;
        for (int i = 0; i < data.size(); i++) {
            double r = data.radius(i);
            double shell = r * r * data.spacing(i);
            double difference = mixture.value(r) - data.density(i);
            misplaced += 4 * Math.PI * shell * Math.abs(difference);
            squares += shell * difference * difference;
            norm += shell * data.density(i) * data.density(i);
        }
        double absolute = 0;
        for (int k = 0; k < mixture.size(); k++) {
            absolute += Math.abs(mixture.amplitude(k)) * Math.pow(Math.PI / mixture.exponent(k), 1.5);
        }
        return new FitQuality(
                misplaced / data.electrons(),
                Math.sqrt(squares / norm),
                mixture.integral(),
                minimum(mixture, data.radius(data.size() - 1)),
                absolute / data.electrons());
    }

    private static double minimum(GaussianMixture mixture, double last) {
        double minimum = mixture.value(0);
        for (int i = 1; i <= RADII; i++) {
            minimum = Math.min(minimum, mixture.value(last * i / RADII));
        }
        return minimum;
    }
}
