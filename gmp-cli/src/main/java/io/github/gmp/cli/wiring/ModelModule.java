package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import io.github.gmp.runtime.model.ModelFile;

/** Binds saving and loading of models. */
public final class ModelModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ModelFile.class);
    }
}
