/** The hot loops of symmetry functions on the Vector API; loaded only where the module is present. */
@NullMarked
package io.github.gmp.bp.symmetry.vector;

import org.jspecify.annotations.NullMarked;
