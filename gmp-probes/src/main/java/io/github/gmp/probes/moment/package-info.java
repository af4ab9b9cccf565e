/** Moments of the electron density around atoms: sums over neighbors of radial times angular functions, and their derivatives. */
@NullMarked
package io.github.gmp.probes.moment;

import org.jspecify.annotations.NullMarked;
