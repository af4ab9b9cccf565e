/** Checks of training data that every regressor needs before it starts. */
@NullMarked
package io.github.gmp.toolkit.training;

import org.jspecify.annotations.NullMarked;
