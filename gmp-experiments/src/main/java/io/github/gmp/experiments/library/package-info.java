/** GMP within other programs. */
@NullMarked
package io.github.gmp.experiments.library;

import org.jspecify.annotations.NullMarked;
