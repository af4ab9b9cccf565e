/** What is checked before the first trial. */
@NullMarked
package io.github.gmp.experiments.search.prepare;

import org.jspecify.annotations.NullMarked;
