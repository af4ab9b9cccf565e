/** Checks of what comes in: training data and stored states. */
@NullMarked
package io.github.gmp.models.input;

import org.jspecify.annotations.NullMarked;
