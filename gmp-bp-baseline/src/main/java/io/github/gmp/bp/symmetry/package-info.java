/** Symmetry functions: what they are, where their features stand, and how they and their derivatives are computed. */
@NullMarked
package io.github.gmp.bp.symmetry;

import org.jspecify.annotations.NullMarked;
