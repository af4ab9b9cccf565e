/** Plugins: finding them, checking them, and the components they offer. */
@NullMarked
package io.github.gmp.experiments.plugin;

import org.jspecify.annotations.NullMarked;
