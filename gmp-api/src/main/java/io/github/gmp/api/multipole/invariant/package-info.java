/** Invariants: what turns the moments of the density into features. */
@NullMarked
package io.github.gmp.api.multipole.invariant;

import org.jspecify.annotations.NullMarked;
