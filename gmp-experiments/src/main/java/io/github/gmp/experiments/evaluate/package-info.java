/** Errors of models on labeled structures: by set, by element, by kind of configuration, and beside the spread of committees. */
@NullMarked
package io.github.gmp.experiments.evaluate;

import org.jspecify.annotations.NullMarked;
