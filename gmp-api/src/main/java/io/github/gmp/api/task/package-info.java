/** How work of a command is done elsewhere: executors, and what they carry to workers and back. */
@NullMarked
package io.github.gmp.api.task;

import org.jspecify.annotations.NullMarked;
