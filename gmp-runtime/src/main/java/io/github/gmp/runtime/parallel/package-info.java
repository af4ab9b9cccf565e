/** Work on many items by several threads, with results that do not depend on their number. */
@NullMarked
package io.github.gmp.runtime.parallel;

import org.jspecify.annotations.NullMarked;
