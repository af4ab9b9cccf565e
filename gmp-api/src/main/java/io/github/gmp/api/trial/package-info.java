/** How the trials of a search are run elsewhere: executors, and what they carry to workers and back. */
@NullMarked
package io.github.gmp.api.trial;

import org.jspecify.annotations.NullMarked;
