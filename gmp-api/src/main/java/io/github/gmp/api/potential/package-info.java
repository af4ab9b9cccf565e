/** Potentials: a descriptor with a regressor, evaluated on structures of any size; for programs that use models. */
@NullMarked
package io.github.gmp.api.potential;

import org.jspecify.annotations.NullMarked;
