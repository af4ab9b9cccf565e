package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

import java.util.List;

/**
 * Configuration of the density source {@code slater}.
 *
 * @param elements elements to fit
 * @param fitter what turns the formulas into Gaussians
 */
public record SlaterConfig(
        @Param(
                doc = "Elements that are needed: only these are fitted, which takes seconds each the first time.",
                defaultValue = "${data.elements}")
        List<String> elements,

        @Param(
                doc = "What turns the densities into Gaussians.",
                kind = DensityFitter.class,
                defaultValue = "gaussian-fit")
        ComponentSpec fitter) {}
