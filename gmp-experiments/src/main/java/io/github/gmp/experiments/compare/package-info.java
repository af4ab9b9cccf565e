/** Head-to-head comparisons: every descriptor with every regressor and seed on the same data, resumable, and their report. */
@NullMarked
package io.github.gmp.experiments.compare;

import org.jspecify.annotations.NullMarked;
