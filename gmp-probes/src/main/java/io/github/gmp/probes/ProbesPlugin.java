package io.github.gmp.probes;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.probes.angular.HarmonicsBasis;
import io.github.gmp.probes.angular.HarmonicsConfig;
import io.github.gmp.probes.descriptor.GmpConfig;
import io.github.gmp.probes.descriptor.GmpDescriptors;
import io.github.gmp.probes.descriptor.GmpPresets;
import io.github.gmp.probes.invariant.InvariantComponents;
import io.github.gmp.probes.radial.GaussianBasis;
import io.github.gmp.probes.radial.GaussianBasisConfig;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Offers the descriptor {@code gmp} and what it is made of: probes and invariants. */
public final class ProbesPlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-probes";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        List<ComponentFactory<?, ?>> factories = new ArrayList<>();
        factories.add(ComponentFactory.of(
                        Descriptor.KIND,
                        "gmp",
                        "Gaussian multipole features (Lei and Medford, arXiv:2102.02390): the electron density around each atom, seen"
                                + " by Gaussian probes with angular polynomials. The number of features does not depend on the number of"
                                + " elements.",
                        GmpConfig.class,
                        GmpDescriptors::of)
                .withPresets(GmpPresets.all()));
        factories.add(ComponentFactory.of(
                RadialBasis.KIND,
                "gaussian",
                "Gaussian probes G(r) = A exp(-r^2 / (2 sigma^2)) of one or more widths (arXiv:2102.02390, equation 1).",
                GaussianBasisConfig.class,
                (config, context) -> GaussianBasis.of(config)));
        factories.add(ComponentFactory.of(
                AngularBasis.KIND,
                "mcsh",
                "Maxwell-Cartesian spherical harmonics S_abc of orders n = a + b + c up to 9 (arXiv:2102.02390, Table 1).",
                HarmonicsConfig.class,
                (config, context) -> HarmonicsBasis.of(config)));
        factories.addAll(InvariantComponents.all());
        return factories;
    }
}
