package io.github.gmp.experiments.model;

import com.google.inject.AbstractModule;

/** Binds saving and loading of models. */
public final class ModelModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ModelFile.class);
    }
}
