/** Documents as JSON: a record says what is in one, and reading is strict. */
@NullMarked
package io.github.gmp.runtime.json;

import org.jspecify.annotations.NullMarked;
