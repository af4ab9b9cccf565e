package io.github.gmp.bp;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;

import java.util.Collection;
import java.util.List;

/** Offers the descriptor {@code behler-parrinello}. */
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
        return List.of(ComponentFactory.of(
                        Descriptor.KIND,
                        "behler-parrinello",
                        "Atom-centered symmetry functions G1 to G5. Behler and Parrinello, "
                                + "doi:10.1103/PhysRevLett.98.146401; Behler, doi:10.1063/1.3553717.",
                        BehlerParrinelloConfig.class,
                        BehlerParrinello::of)
                .withPresets(PaperPresets.all()));
    }
}
