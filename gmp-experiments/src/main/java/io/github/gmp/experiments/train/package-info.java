/** Training of one model, with everything it leaves behind in its folder. */
@NullMarked
package io.github.gmp.experiments.train;

import org.jspecify.annotations.NullMarked;
