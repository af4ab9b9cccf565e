/** Compressed files, and files that appear whole or not at all. */
@NullMarked
package io.github.gmp.io.file;

import org.jspecify.annotations.NullMarked;
