/** The loops over pairs and triplets with the Vector API; loaded only where it is present. */
@NullMarked
package io.github.gmp.bp.symmetry.vector;

import org.jspecify.annotations.NullMarked;
