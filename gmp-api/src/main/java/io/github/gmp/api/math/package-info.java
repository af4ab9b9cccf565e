/** Matrices of features and of their gradients. */
@NullMarked
package io.github.gmp.api.math;

import org.jspecify.annotations.NullMarked;
