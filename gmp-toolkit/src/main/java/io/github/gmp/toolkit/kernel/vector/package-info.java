/**
 * What vector kernels share. Classes that name types of {@code jdk.incubator.vector} live in packages called {@code vector} and are loaded
 * only where {@code KernelChoice} says so: without the module everything works on the plain kernels.
 */
@NullMarked
package io.github.gmp.toolkit.kernel.vector;

import org.jspecify.annotations.NullMarked;
