/** Benchmarks that name the Vector API themselves. */
@NullMarked
package io.github.gmp.benchmarks.vector;

import org.jspecify.annotations.NullMarked;
