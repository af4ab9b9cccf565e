/** What sums of Gaussians in the place of numerical densities do to features. */
@NullMarked
package io.github.gmp.experiments.density.effect;

import org.jspecify.annotations.NullMarked;
