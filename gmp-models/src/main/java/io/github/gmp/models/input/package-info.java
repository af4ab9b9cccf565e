/** Tables of epochs and checks of stored states. */
@NullMarked
package io.github.gmp.models.input;

import org.jspecify.annotations.NullMarked;
