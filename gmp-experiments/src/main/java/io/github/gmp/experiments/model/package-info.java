/** Trained models as files, with their provenance. */
@NullMarked
package io.github.gmp.experiments.model;

import org.jspecify.annotations.NullMarked;
