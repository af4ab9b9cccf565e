/** Finished searches side by side, and the front of one refined by longer trainings. */
@NullMarked
package io.github.gmp.experiments.search.finished;

import org.jspecify.annotations.NullMarked;
