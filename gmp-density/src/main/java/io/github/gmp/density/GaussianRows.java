package io.github.gmp.density;

import io.github.gmp.api.multipole.density.GaussianMixture;

import java.util.ArrayList;
import java.util.List;

/** Collects the Gaussians of one element. */
final class GaussianRows {
    private final List<Double> amplitudes = new ArrayList<>();
    private final List<Double> exponents = new ArrayList<>();

    void add(double amplitude, double exponent) {
        amplitudes.add(amplitude);
        exponents.add(exponent);
    }

    int size() {
        return amplitudes.size();
    }

    GaussianMixture mixture() {
        return new GaussianMixture(
                amplitudes.stream().mapToDouble(Double::doubleValue).toArray(),
                exponents.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
