package io.github.gmp.cli;

import com.google.inject.Injector;

/** The real object graph with the real plugins, found on the test class path by ServiceLoader. */
final class CliTestHost {
    private static final Injector INJECTOR = Host.injector(new GlobalOptions());

    private CliTestHost() {}

    static <T> T get(Class<T> type) {
        return INJECTOR.getInstance(type);
    }
}
