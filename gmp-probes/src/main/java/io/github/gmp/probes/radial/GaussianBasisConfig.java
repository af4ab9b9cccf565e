package io.github.gmp.probes.radial;

import io.github.gmp.api.plugin.Param;

import java.util.List;

/**
 * Configuration of the radial basis {@code gaussian}.
 *
 * @param sigmas widths in Å, in the order of the features
 * @param normalization the choice of the prefactor
 */
public record GaussianBasisConfig(
        @Param(
                doc = "Widths of the Gaussian probes, in the order of the features.",
                unit = "Å",
                defaultValue = "[0.25, 1.0, 2.0]",
                range = "[0.0001, 10000]")
        List<Double> sigmas,

        @Param(
                doc = "Prefactor A: volume = (sigma sqrt(2 pi))^-3, integral 1; paper = 1 / (sigma sqrt(2 pi)), as in"
                        + " arXiv:2102.02390.",
                defaultValue = "volume")
        Normalization normalization) {
    /** Copies the list. */
    public GaussianBasisConfig {
        sigmas = List.copyOf(sigmas);
    }
}
