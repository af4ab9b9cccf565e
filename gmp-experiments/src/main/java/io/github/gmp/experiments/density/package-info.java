/** What {@code gmp density} does: tables of Gaussians from radial densities. */
@NullMarked
package io.github.gmp.experiments.density;

import org.jspecify.annotations.NullMarked;
