/** Electron densities of isolated atoms as sums of Gaussians, read from tables. */
@NullMarked
package io.github.gmp.density;

import org.jspecify.annotations.NullMarked;
