/** Progress of long tasks. */
@NullMarked
package io.github.gmp.experiments.progress;

import org.jspecify.annotations.NullMarked;
