/** Trained models as files, with their provenance. */
@NullMarked
package io.github.gmp.runtime.model;

import org.jspecify.annotations.NullMarked;
