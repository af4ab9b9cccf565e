/** The Behler-Parrinello baseline as a plugin: its configuration, presets and factory. */
@NullMarked
package io.github.gmp.bp;

import org.jspecify.annotations.NullMarked;
