package com.example.histogram;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;

/** Makes the descriptor from its configuration. */
final class ChargeHistogramFactory implements ComponentFactory<ChargeHistogramConfig, Descriptor> {
    @Override
    public ComponentKind<Descriptor> kind() {
        return Descriptor.KIND;
    }

    @Override
    public String name() {
        return "charge-histogram";
    }

    @Override
    public String description() {
        return "A smooth radial histogram of the nuclear charges around each atom.";
    }

    @Override
    public Class<ChargeHistogramConfig> configType() {
        return ChargeHistogramConfig.class;
    }

    @Override
    public Descriptor create(ChargeHistogramConfig config, ComponentContext context) {
        CutoffFunction cutoff = context.create(CutoffFunction.KIND, config.cutoff());
        if (config.width() > cutoff.radius()) {
            // What one @Param cannot say, because it takes two of them.
            throw ConfigException.invalid("width", config.width(), "at most the cutoff radius, " + cutoff.radius());
        }
        return new ChargeHistogram(config.bins(), config.width(), cutoff);
    }
}
