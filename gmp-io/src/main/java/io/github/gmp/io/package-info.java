/** The plugin that offers the file formats of this module. */
@NullMarked
package io.github.gmp.io;

import org.jspecify.annotations.NullMarked;
