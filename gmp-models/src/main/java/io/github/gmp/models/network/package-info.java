/** Multilayer perceptrons over batches of atoms: forward, backward, batch normalization. */
@NullMarked
package io.github.gmp.models.network;

import org.jspecify.annotations.NullMarked;
