/** The plugin that offers the built-in regressors. */
@NullMarked
package io.github.gmp.models;

import org.jspecify.annotations.NullMarked;
