/** Fits sums of Gaussians to radial densities. */
@NullMarked
package io.github.gmp.density.fit;

import org.jspecify.annotations.NullMarked;
