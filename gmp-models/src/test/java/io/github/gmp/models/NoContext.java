package io.github.gmp.models;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;

/** The host of components that need nothing of a host. */
public enum NoContext implements ComponentContext {
    INSTANCE;

    @Override
    public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
        throw new UnsupportedOperationException("regressors have no nested components");
    }
}
