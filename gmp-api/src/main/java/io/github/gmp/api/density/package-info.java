/** Electron densities of atoms. */
@NullMarked
package io.github.gmp.api.density;

import org.jspecify.annotations.NullMarked;
