package io.github.gmp.toolkit.cutoff;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;

import java.util.Collection;
import java.util.List;

/** Offers {@link CutoffFunctions} as components, to descriptors of whatever plugin. */
public final class CutoffsPlugin implements Plugin {
    /** First and second derivative: forces stay differentiable where an atom crosses the cutoff. */
    private static final int SMOOTH = 2;

    @Override
    public String name() {
        return "gmp-toolkit";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(
                ComponentFactory.of(
                        CutoffFunction.KIND,
                        "hard",
                        "A hard sphere, f_c = 1 inside the radius and 0 outside, as in arXiv:2102.02390; energies jump when an atom"
                                + " crosses it.",
                        RadiusConfig.class,
                        (config, context) -> CutoffFunctions.hard(config.radius())),
                ComponentFactory.of(
                        CutoffFunction.KIND,
                        "smooth",
                        "The polynomial f_c(u) = (1 - u)^3 (1 + 3u + 6u^2), u = r / radius: from 1 to 0 with vanishing first and"
                                + " second derivatives at both ends.",
                        RadiusConfig.class,
                        (config, context) -> CutoffFunctions.polynomial(config.radius(), SMOOTH)),
                ComponentFactory.of(
                        CutoffFunction.KIND,
                        "cosine",
                        "f_c(r) = (1 + cos(pi r / r_c)) / 2, with a continuous first derivative at r_c. "
                                + "Behler and Parrinello, doi:10.1103/PhysRevLett.98.146401.",
                        RadiusConfig.class,
                        (config, context) -> CutoffFunctions.cosine(config.radius())),
                ComponentFactory.of(
                        CutoffFunction.KIND,
                        "tanh-cubed",
                        "f_c(r) = tanh(1 - r / r_c)^3, with two continuous derivatives at r_c; it is 0.44 at r = 0. "
                                + "Behler, doi:10.1063/1.3553717.",
                        RadiusConfig.class,
                        (config, context) -> CutoffFunctions.tanhCubed(config.radius())),
                ComponentFactory.of(
                        CutoffFunction.KIND,
                        "polynomial",
                        "The polynomial that falls from 1 to 0 with 1 to 4 vanishing derivatives at both ends "
                                + "(poly1 to poly4 of n2p2); with 2 it is 'smooth'. Singraber, Behler and Dellago, doi:10.1021/acs.jctc.8b00770.",
                        PolynomialCutoffConfig.class,
                        (config, context) ->
                                CutoffFunctions.polynomial(config.radius(), config.vanishingDerivatives())));
    }
}
