/** The hot loops of neural networks on matrices of many rows: products and functions, in plain loops; {@code vector} has the others. */
@NullMarked
package io.github.gmp.models.kernel;

import org.jspecify.annotations.NullMarked;
