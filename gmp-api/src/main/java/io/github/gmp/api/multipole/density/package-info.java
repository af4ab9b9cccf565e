/** Electron densities of atoms, as sums of Gaussians. */
@NullMarked
package io.github.gmp.api.multipole.density;

import org.jspecify.annotations.NullMarked;
