/** The command line: the only module that prints and exits. */
@NullMarked
package io.github.gmp.cli;

import org.jspecify.annotations.NullMarked;
