/** Units and forms of radial densities in files. */
@NullMarked
package io.github.gmp.density.radial;

import org.jspecify.annotations.NullMarked;
