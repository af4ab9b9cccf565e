package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

import java.util.List;

/**
 * Configuration of the density source {@code layered}.
 *
 * @param sources the layers, the first that has an element decides
 */
public record LayeredConfig(
        @Param(
                doc =
                        "Density sources; an element has the density of the first source in the list that has the element.",
                kind = DensitySource.class)
        List<ComponentSpec> sources) {}
