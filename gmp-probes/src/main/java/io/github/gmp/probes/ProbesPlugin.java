package io.github.gmp.probes;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.probes.angular.HarmonicsFactory;
import io.github.gmp.probes.cutoff.HardCutoffFactory;
import io.github.gmp.probes.cutoff.SmoothCutoffFactory;
import io.github.gmp.probes.descriptor.GmpFactory;
import io.github.gmp.probes.invariant.CubicFactory;
import io.github.gmp.probes.invariant.GroupNormFactory;
import io.github.gmp.probes.invariant.JointFactory;
import io.github.gmp.probes.invariant.OrderNormFactory;
import io.github.gmp.probes.invariant.OrderZeroFactory;
import io.github.gmp.probes.invariant.PowerSpectrumFactory;
import io.github.gmp.probes.radial.GaussianBasisFactory;

import java.util.Collection;
import java.util.List;

/** The plugin of this module. */
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
        return List.of(
                new GmpFactory(),
                new GaussianBasisFactory(),
                new HarmonicsFactory(),
                new GroupNormFactory(),
                new OrderNormFactory(),
                new PowerSpectrumFactory(),
                new OrderZeroFactory(),
                new CubicFactory(),
                new JointFactory(),
                new HardCutoffFactory(),
                new SmoothCutoffFactory());
    }
}
