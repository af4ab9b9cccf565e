package io.github.gmp.experiments.cli;

import com.google.inject.Injector;

/** Builds the object graph of a command. */
public final class Host {
    private Host() {}

    /**
     * @param options the options given
     * @return the injector: plugins, registry, binder and the services of every feature, all bound explicitly
     */
    public static Injector injector(GlobalOptions options) {
        throw new UnsupportedOperationException("to be written");
    }
}
