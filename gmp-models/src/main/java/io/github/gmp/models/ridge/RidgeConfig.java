package io.github.gmp.models.ridge;

import io.github.gmp.api.plugin.Param;

import java.util.List;
import java.util.Optional;

/** Configuration of {@code ridge}. */
public record RidgeConfig(
        @Param(
                doc =
                        "strength of the regularization, relative to the mean square of the standardized features; absent: the "
                                + "one of lambdas with the smallest validation error",
                range = "[1e-14, 1e6]")
        Optional<Double> lambda,

        @Param(
                doc =
                        "strengths to choose from by the mean absolute validation error of the energies, or, with forceWeight or "
                                + "stressWeight, by the validation loss",
                defaultValue = "[1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1]",
                range = "[1e-14, 1e6]")
        List<Double> lambdas,

        @Param(doc = "own coefficients for each element instead of one set shared by all", defaultValue = "false")
        boolean perElement,

        @Param(
                doc =
                        "weight of the forces, beta of Eq. 5 of arXiv:2102.02390 with squares: the loss of a structure is the squared "
                                + "error of its energy plus beta times the mean square over its force components; absent: energies only",
                unit = "Å²",
                range = "(0, inf)")
        Optional<Double> forceWeight,

        @Param(
                doc =
                        "weight of the stress: times the mean square over the nine components of the strain derivative of the energy "
                                + "per atom (volume times stress); absent: no stress",
                range = "(0, inf)")
        Optional<Double> stressWeight) {
    /** Copies the list. */
    public RidgeConfig {
        lambdas = List.copyOf(lambdas);
    }

    /** {@return whether more than energies are trained on} */
    boolean usesGeometry() {
        return forceWeight.isPresent() || stressWeight.isPresent();
    }
}
