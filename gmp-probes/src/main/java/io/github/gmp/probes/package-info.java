/** The plugin with probes, invariants, cutoffs and the GMP descriptor. */
@NullMarked
package io.github.gmp.probes;

import org.jspecify.annotations.NullMarked;
