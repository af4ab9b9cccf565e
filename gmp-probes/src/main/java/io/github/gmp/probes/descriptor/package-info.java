/** The GMP descriptor: moments of the electron density, their invariants and derivatives. */
@NullMarked
package io.github.gmp.probes.descriptor;

import org.jspecify.annotations.NullMarked;
