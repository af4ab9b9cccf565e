package io.github.gmp.api.plugin;

import java.util.Collection;
import java.util.Optional;

/**
 * A bundle of component factories, found by {@link java.util.ServiceLoader}. It needs a public constructor without arguments and a
 * line in {@code META-INF/services/io.github.gmp.api.plugin.Plugin}.
 */
public interface Plugin {
    /** The version of this service provider interface. A compile-time constant: plugins keep the number they were built against. */
    int SPI_VERSION = 1;

    /** {@return the lower-kebab-case name, e.g. {@code gmp-probes}} */
    String name();

    /** {@return the version of the plugin, stored in every result; by default what the manifest of its jar says, {@code unpackaged} outside one} */
    default String version() {
        return Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    /** {@return {@link #SPI_VERSION}, written {@code return Plugin.SPI_VERSION;}} */
    int spiVersion();

    /** {@return what it offers} */
    Collection<ComponentFactory<?, ?>> factories();
}
