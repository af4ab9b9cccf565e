package io.github.gmp.experiments.density;

import com.google.inject.AbstractModule;

/** Binds the fits of densities. */
public final class DensityModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(RadialDensityFiles.class);
        bind(DensityFitRun.class);
    }
}
