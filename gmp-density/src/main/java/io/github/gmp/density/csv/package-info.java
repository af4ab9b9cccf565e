/** Radial densities of plain text tables. */
@NullMarked
package io.github.gmp.density.csv;

import org.jspecify.annotations.NullMarked;
