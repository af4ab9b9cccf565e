/** Linear systems of equations, for authors who need no more of a library than this. */
@NullMarked
package io.github.gmp.toolkit.linear;

import org.jspecify.annotations.NullMarked;
