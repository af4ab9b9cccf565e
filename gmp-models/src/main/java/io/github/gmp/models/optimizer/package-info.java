/** First-order optimizers and learning-rate schedules over flat parameter arrays. */
@NullMarked
package io.github.gmp.models.optimizer;

import org.jspecify.annotations.NullMarked;
