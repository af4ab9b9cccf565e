package io.github.gmp.models;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;

import java.nio.file.Path;

/** The host of components that need nothing of a host. */
public enum NoContext implements ComponentContext {
    INSTANCE;

    @Override
    public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
        throw new UnsupportedOperationException("regressors have no nested components");
    }

    @Override
    public Path resolve(String file) {
        throw new UnsupportedOperationException("regressors read no files");
    }
}
