/** GMP within other programs. */
@NullMarked
package io.github.gmp.runtime.api;

import org.jspecify.annotations.NullMarked;
