package com.example.histogram;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Plugin;

import java.util.Collection;
import java.util.List;

/** What GMP finds, through META-INF/services/io.github.gmp.api.plugin.Plugin. */
public final class HistogramPlugin implements Plugin {
    @Override
    public String name() {
        return "charge-histogram";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(ComponentFactory.of(
                Descriptor.KIND,
                "charge-histogram",
                "A smooth radial histogram of the nuclear charges around each atom.",
                ChargeHistogramConfig.class,
                HistogramPlugin::histogram));
    }

    static Descriptor histogram(ChargeHistogramConfig config, ComponentContext context) {
        CutoffFunction cutoff = context.create(CutoffFunction.KIND, config.cutoff());
        if (config.width() > cutoff.radius()) {
            // What one @Param cannot say, because it takes two of them.
            throw ConfigException.invalid("width", config.width(), "at most the cutoff radius, " + cutoff.radius());
        }
        return new ChargeHistogram(config.bins(), config.width(), cutoff);
    }
}
