/** Radial and angular probes of the electron density. */
@NullMarked
package io.github.gmp.api.multipole.probe;

import org.jspecify.annotations.NullMarked;
