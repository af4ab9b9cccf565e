/** The cutoff functions: as components, and for whoever makes one without a configuration. */
@NullMarked
package io.github.gmp.toolkit.cutoff;

import org.jspecify.annotations.NullMarked;
