/** Regressors, their training, and potentials. */
@NullMarked
package io.github.gmp.api.model;

import org.jspecify.annotations.NullMarked;
