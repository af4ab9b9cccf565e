/** Files that appear whole or not at all, and folders that one process works in at a time. */
@NullMarked
package io.github.gmp.experiments.files;

import org.jspecify.annotations.NullMarked;
