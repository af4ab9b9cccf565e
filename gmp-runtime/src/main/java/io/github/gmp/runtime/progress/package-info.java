/** Progress of long tasks. */
@NullMarked
package io.github.gmp.runtime.progress;

import org.jspecify.annotations.NullMarked;
