/** Small mathematical value types shared by densities, probes, descriptors and regressors. */
@NullMarked
package io.github.gmp.api.math;

import org.jspecify.annotations.NullMarked;
