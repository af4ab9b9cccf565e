/** Use of trained models on files of structures: their errors, and their predictions as files. */
@NullMarked
package io.github.gmp.experiments.predict;

import org.jspecify.annotations.NullMarked;
