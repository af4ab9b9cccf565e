/** The choice between the plain and the vector implementation of hot loops. */
@NullMarked
package io.github.gmp.toolkit.kernel;

import org.jspecify.annotations.NullMarked;
