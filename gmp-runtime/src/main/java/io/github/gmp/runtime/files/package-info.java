/** Files read whatever their compression, files that appear whole or not at all, folders that one process works in at a time, plain JSON and checksums. */
@NullMarked
package io.github.gmp.runtime.files;

import org.jspecify.annotations.NullMarked;
