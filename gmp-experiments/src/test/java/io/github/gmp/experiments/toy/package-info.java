/** Small generated data for tests. */
@NullMarked
package io.github.gmp.experiments.toy;

import org.jspecify.annotations.NullMarked;
