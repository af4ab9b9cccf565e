/** What every program that uses GMP shares: its version, and what results are computed on. */
@NullMarked
package io.github.gmp.runtime;

import org.jspecify.annotations.NullMarked;
