/** Problems that a user can solve: every message is complete and needs no stack trace. */
@NullMarked
package io.github.gmp.api.error;

import org.jspecify.annotations.NullMarked;
