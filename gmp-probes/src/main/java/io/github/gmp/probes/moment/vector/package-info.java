/** The sums over neighbors with the Vector API; loaded only where it is present. */
@NullMarked
package io.github.gmp.probes.moment.vector;

import org.jspecify.annotations.NullMarked;
