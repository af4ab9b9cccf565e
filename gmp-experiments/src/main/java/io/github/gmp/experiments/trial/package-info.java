/** One trial: a descriptor and a regressor trained and measured on one split of the data. */
@NullMarked
package io.github.gmp.experiments.trial;

import org.jspecify.annotations.NullMarked;
