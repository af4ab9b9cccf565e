/** Slater's rules: densities of valence shells as formulas. */
@NullMarked
package io.github.gmp.density.slater;

import org.jspecify.annotations.NullMarked;
