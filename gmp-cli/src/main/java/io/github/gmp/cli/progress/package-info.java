/** Progress on a terminal: a bar, or lines where standard error is no terminal. */
@NullMarked
package io.github.gmp.cli.progress;

import org.jspecify.annotations.NullMarked;
