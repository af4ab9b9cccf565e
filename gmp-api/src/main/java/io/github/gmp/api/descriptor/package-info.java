/** Descriptors: features of atoms, their pullback and pushforward. */
@NullMarked
package io.github.gmp.api.descriptor;

import org.jspecify.annotations.NullMarked;
