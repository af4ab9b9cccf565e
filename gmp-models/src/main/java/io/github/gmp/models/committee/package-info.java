/** Committees of regressors, whose disagreement tells what they do not know. */
@NullMarked
package io.github.gmp.models.committee;

import org.jspecify.annotations.NullMarked;
