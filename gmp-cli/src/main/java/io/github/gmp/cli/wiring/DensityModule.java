package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import io.github.gmp.experiments.density.DensityFit;
import io.github.gmp.experiments.density.RadialDensityFiles;

/** Binds the fits of densities. */
public final class DensityModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(RadialDensityFiles.class);
        bind(DensityFit.class);
    }
}
