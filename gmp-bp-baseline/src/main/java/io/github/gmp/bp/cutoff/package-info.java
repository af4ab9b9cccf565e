/** Factories of the cutoff functions that go with symmetry functions. */
@NullMarked
package io.github.gmp.bp.cutoff;

import org.jspecify.annotations.NullMarked;
