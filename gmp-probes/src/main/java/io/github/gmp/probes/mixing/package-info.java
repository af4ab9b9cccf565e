/** Channels: linear mixes of the moments of all radial probes and elements, and how they are found from training data. */
@NullMarked
package io.github.gmp.probes.mixing;

import org.jspecify.annotations.NullMarked;
