/** Trained potentials as such: their forces, and dynamics with them. */
@NullMarked
package io.github.gmp.experiments.potential;

import org.jspecify.annotations.NullMarked;
