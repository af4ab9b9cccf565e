package io.github.gmp.density;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.density.csv.RadialCsvFormatFactory;
import io.github.gmp.density.fit.GaussianFitterFactory;
import io.github.gmp.density.upf.UpfFormatFactory;

import java.util.Collection;
import java.util.List;

/** The plugin of this module. */
public final class DensityPlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-density";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(
                new GaussianTableFactory(),
                new LayeredFactory(),
                new SelectedFactory(),
                new SingleGaussianFactory(),
                new SlaterFactory(),
                new UpfSourceFactory(),
                new GaussianFitterFactory(),
                new UpfFormatFactory(),
                new RadialCsvFormatFactory());
    }
}
