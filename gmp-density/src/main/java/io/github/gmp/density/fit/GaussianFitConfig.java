package io.github.gmp.density.fit;

import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Param;

import java.util.List;
import java.util.Optional;

/**
 * Configuration of the density fitter {@code gaussian-fit}.
 *
 * @param error the wanted L1 error
 * @param gaussians a number of Gaussians to use whatever the error
 * @param largestGaussians the most Gaussians to try
 * @param smallestRatio the smallest ratio of neighboring exponents
 * @param innerRadii r0 of the weights r² + r0²
 * @param largestCancellation the most cancellation allowed
 * @param mostNegative how far below zero the fit may go
 */
public record GaussianFitConfig(
        @Param(
                doc =
                        "Wanted L1 error: the integral of |rho_fit - rho| over the electrons. The smallest number of Gaussians that"
                                + " reaches it is used. Absent: 0.01, or none where the number of Gaussians is given.",
                range = "(0, 1]")
        Optional<Double> error,

        @Param(
                doc = "Use this many Gaussians, whatever the error. Absent: as many as the error needs.",
                range = "[2, 12]")
        Optional<Integer> gaussians,

        @Param(doc = "The most Gaussians to try.", defaultValue = "8", range = "[2, 12]")
        int largestGaussians,

        @Param(
                doc = "Smallest ratio of neighboring exponents. Closer ones cancel each other, and digits are lost.",
                defaultValue = "1.5",
                range = "[1.05, 10]")
        double smallestRatio,

        @Param(
                doc =
                        "r0 of the weights r^2 + r0^2 of squared deviations; fits are made with each, and the one with the smallest"
                                + " L1 error among those that keep the limits below is taken. 0 looks at the shells alone and may"
                                + " leave the density at the nucleus negative.",
                unit = "Å",
                defaultValue = "[0.3, 0]",
                range = "[0, 10]")
        List<Double> innerRadii,

        @Param(
                doc = "Most cancellation allowed, sum_k |N_k| / N with N_k the electrons of Gaussian k.",
                defaultValue = "15",
                range = "[1, inf)")
        double largestCancellation,

        @Param(
                doc = "How far below zero the fitted density may go.",
                unit = "e/Å³",
                defaultValue = "1e-3",
                range = "[0, inf)")
        double mostNegative) {
    /** Copies the list. */
    public GaussianFitConfig {
        innerRadii = List.copyOf(innerRadii);
        if (innerRadii.isEmpty()) {
            throw ConfigException.invalid("innerRadii", innerRadii, "at least one radius");
        }
    }

    /** The defaults. */
    public static final GaussianFitConfig DEFAULT =
            new GaussianFitConfig(Optional.empty(), Optional.empty(), 8, 1.5, List.of(0.3, 0.0), 15, 1e-3);

    private static final double DEFAULT_ERROR = 0.01;

    /** {@return the largest L1 error to accept} */
    double limit() {
        return error.orElse(gaussians.isPresent() ? Double.POSITIVE_INFINITY : DEFAULT_ERROR);
    }
}
