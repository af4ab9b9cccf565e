/** Angular probes: Maxwell-Cartesian spherical harmonics. */
@NullMarked
package io.github.gmp.probes.angular;

import org.jspecify.annotations.NullMarked;
