/** Radial densities of pseudopotential files in the Unified Pseudopotential Format. */
@NullMarked
package io.github.gmp.density.upf;

import org.jspecify.annotations.NullMarked;
