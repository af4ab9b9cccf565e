/** Lines and numbers of text files, fast and independent of the locale. */
@NullMarked
package io.github.gmp.io.text;

import org.jspecify.annotations.NullMarked;
