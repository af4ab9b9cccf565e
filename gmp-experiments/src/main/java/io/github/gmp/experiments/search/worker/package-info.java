/** The side of a search that runs trials: a trial is a task of plain data, and its result an answer of plain data. */
@NullMarked
package io.github.gmp.experiments.search.worker;

import org.jspecify.annotations.NullMarked;
