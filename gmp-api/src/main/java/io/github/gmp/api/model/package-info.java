/** Regressors and their training. */
@NullMarked
package io.github.gmp.api.model;

import org.jspecify.annotations.NullMarked;
