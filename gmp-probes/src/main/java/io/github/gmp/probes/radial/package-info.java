/** Radial probes: Gaussians centered at the atom. */
@NullMarked
package io.github.gmp.probes.radial;

import org.jspecify.annotations.NullMarked;
