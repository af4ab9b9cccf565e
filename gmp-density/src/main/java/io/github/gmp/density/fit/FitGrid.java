package io.github.gmp.density.fit;

import io.github.gmp.api.multipole.density.RadialDensity;

/** A radial density as the fit sees it: r², ρ and the square roots of the weights (r² + r0²) Δr, scaled so that a fit of zero costs 1. */
final class FitGrid {
    final double electrons;
    final double[] squaredRadii;
    final double[] rootWeights;
    /** Root weight times ρ. */
    final double[] target;

    private final double smallestExponent;
    private final double largestExponent;

    FitGrid(RadialDensity data, double innerRadius) {
        int points = data.size();
        electrons = data.electrons();
        squaredRadii = new double[points];
        rootWeights = new double[points];
        target = new double[points];
        double norm = 0;
        for (int i = 0; i < points; i++) {
            double r = data.radius(i);
            squaredRadii[i] = r * r;
            double weight = (r * r + innerRadius * innerRadius) * data.spacing(i);
            rootWeights[i] = Math.sqrt(weight);
            norm += weight * data.density(i) * data.density(i);
        }
        double scale = 1 / Math.sqrt(norm);
        for (int i = 0; i < points; i++) {
            rootWeights[i] *= scale;
            target[i] = rootWeights[i] * data.density(i);
        }
        double first = data.radius(0) > 0 ? data.radius(0) : data.radius(1);
        double last = data.radius(points - 1);
        // Gaussians narrower than the grid or wider than the data are not determined by them.
        smallestExponent = 0.1 / (last * last);
        largestExponent = 0.25 / (first * first);
    }

    int points() {
        return target.length;
    }

    double smallestExponent() {
        return smallestExponent;
    }

    double largestExponent() {
        return largestExponent;
    }
}
