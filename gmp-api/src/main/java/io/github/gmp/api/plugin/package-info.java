/** The service provider interface: plugins, component factories and their configuration. */
@NullMarked
package io.github.gmp.api.plugin;

import org.jspecify.annotations.NullMarked;
