/** Neural-network regressors and their training. */
@NullMarked
package io.github.gmp.models.training;

import org.jspecify.annotations.NullMarked;
