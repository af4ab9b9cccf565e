/** Streams of labeled structures. */
@NullMarked
package io.github.gmp.api.dataset;

import org.jspecify.annotations.NullMarked;
