package io.github.gmp.bp;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.bp.cutoff.CosineCutoffFactory;
import io.github.gmp.bp.cutoff.PolynomialCutoffFactory;
import io.github.gmp.bp.cutoff.TanhCubedCutoffFactory;

import java.util.Collection;
import java.util.List;

/** The plugin of this module. */
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
                new BehlerParrinelloFactory(),
                new CosineCutoffFactory(),
                new TanhCubedCutoffFactory(),
                new PolynomialCutoffFactory());
    }
}
