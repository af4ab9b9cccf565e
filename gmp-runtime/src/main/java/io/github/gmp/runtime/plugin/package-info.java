/** Plugins: finding them, checking them, and the components they offer. */
@NullMarked
package io.github.gmp.runtime.plugin;

import org.jspecify.annotations.NullMarked;
