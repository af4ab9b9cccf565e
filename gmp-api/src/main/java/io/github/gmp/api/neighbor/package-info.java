/** Neighbor lists. */
@NullMarked
package io.github.gmp.api.neighbor;

import org.jspecify.annotations.NullMarked;
