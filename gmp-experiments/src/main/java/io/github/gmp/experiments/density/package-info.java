/** How well sums of Gaussians stand for densities. */
@NullMarked
package io.github.gmp.experiments.density;

import org.jspecify.annotations.NullMarked;
