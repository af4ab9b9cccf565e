/** Ridge regression, linear in the features. */
@NullMarked
package io.github.gmp.models.ridge;

import org.jspecify.annotations.NullMarked;
