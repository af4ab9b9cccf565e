/** Guice modules: what the services of each feature are made from. */
@NullMarked
package io.github.gmp.cli.wiring;

import org.jspecify.annotations.NullMarked;
