/** Descriptors whose features are formed of parts that others may have in common. */
@NullMarked
package io.github.gmp.api.multipole.descriptor;

import org.jspecify.annotations.NullMarked;
