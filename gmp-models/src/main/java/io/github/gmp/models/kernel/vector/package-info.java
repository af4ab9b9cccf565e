/** Network kernels with the Vector API; loaded only where {@code KernelChoice} says so. */
@NullMarked
package io.github.gmp.models.kernel.vector;

import org.jspecify.annotations.NullMarked;
