package io.github.gmp.bp;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.bp.cutoff.PolynomialCutoffConfig;
import io.github.gmp.bp.cutoff.RadiusConfig;

import java.util.Collection;
import java.util.List;

/** Offers the descriptor {@code behler-parrinello} and the cutoff functions that it is used with. */
public final class BpBaselinePlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-bp-baseline";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(
                ComponentFactory.of(
                                Descriptor.KIND,
                                "behler-parrinello",
                                "Atom-centred symmetry functions G1 to G5. Behler and Parrinello, "
                                        + "doi:10.1103/PhysRevLett.98.146401; Behler, doi:10.1063/1.3553717.",
                                BehlerParrinelloConfig.class,
                                BehlerParrinello::of)
                        .withPresets(PaperPresets.all()),
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
                                + "(poly1 to poly4 of n2p2). Singraber, Behler and Dellago, doi:10.1021/acs.jctc.8b00770.",
                        PolynomialCutoffConfig.class,
                        (config, context) ->
                                CutoffFunctions.polynomial(config.radius(), config.vanishingDerivatives())));
    }
}
