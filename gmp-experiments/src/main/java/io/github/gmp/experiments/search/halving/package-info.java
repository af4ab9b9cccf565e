/** Successive halving: cheaper trials first, and only the better candidates on to the next; trials side by side, shared by equal attempts. */
@NullMarked
package io.github.gmp.experiments.search.halving;

import org.jspecify.annotations.NullMarked;
