/** The executor that needs nothing: threads of this process. */
@NullMarked
package io.github.gmp.runtime.executor;

import org.jspecify.annotations.NullMarked;
