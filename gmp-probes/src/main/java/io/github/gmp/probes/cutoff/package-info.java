/** Factories of the hard and the smooth cutoff. */
@NullMarked
package io.github.gmp.probes.cutoff;

import org.jspecify.annotations.NullMarked;
