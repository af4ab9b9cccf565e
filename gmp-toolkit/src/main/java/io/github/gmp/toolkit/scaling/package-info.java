/** Feature scaling, element biases and the target scale: what stands between raw data and a network. */
@NullMarked
package io.github.gmp.toolkit.scaling;

import org.jspecify.annotations.NullMarked;
