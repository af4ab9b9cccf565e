package io.github.gmp.density;

import io.github.gmp.api.plugin.Param;

import java.util.Map;
import java.util.Optional;

/**
 * Configuration of the density source {@code single-gaussian}.
 *
 * @param widthPerRadius w as a multiple of the covalent radius
 * @param elements by symbol, what differs from the rule
 */
public record SingleGaussianConfig(
        @Param(
                doc =
                        "Width w as a multiple of the covalent radius (H to Cm; Cordero et al., doi:10.1039/b801115j), for elements whose"
                                + " width is not given.",
                range = "(0, 100]",
                defaultValue = "0.5")
        double widthPerRadius,

        @Param(
                doc =
                        "By element, electrons and width that differ from the rule, e.g. {O: {electrons: 6, width: 0.45}}.",
                defaultValue = "{}")
        Map<String, Shape> elements) {

    /**
     * The Gaussian of one element.
     *
     * @param electrons N
     * @param width w in Å
     */
    public record Shape(
            @Param(doc = "Number of electrons N; without it, the atomic number.", range = "(0, 200]")
            Optional<Double> electrons,

            @Param(
                    doc = "Width w; without it, widthPerRadius times the covalent radius.",
                    unit = "Å",
                    range = "(0, 100]")
            Optional<Double> width) {}
}
