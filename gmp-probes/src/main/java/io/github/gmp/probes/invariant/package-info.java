/** Invariants: norms of groups and orders, and the power spectrum. */
@NullMarked
package io.github.gmp.probes.invariant;

import org.jspecify.annotations.NullMarked;
