/** The file format of tables of Gaussians. */
@NullMarked
package io.github.gmp.density.table;

import org.jspecify.annotations.NullMarked;
