/** The command line: the only package that prints and exits. */
@NullMarked
package io.github.gmp.experiments.cli;

import org.jspecify.annotations.NullMarked;
