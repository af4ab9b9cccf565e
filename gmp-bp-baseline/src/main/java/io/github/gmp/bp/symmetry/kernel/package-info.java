/** The hot loops of symmetry functions: what they work on, and their plain implementation. */
@NullMarked
package io.github.gmp.bp.symmetry.kernel;

import org.jspecify.annotations.NullMarked;
