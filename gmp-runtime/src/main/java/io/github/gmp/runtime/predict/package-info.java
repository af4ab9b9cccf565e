/** Trained models on files of structures: their predictions, and these as files. */
@NullMarked
package io.github.gmp.runtime.predict;

import org.jspecify.annotations.NullMarked;
