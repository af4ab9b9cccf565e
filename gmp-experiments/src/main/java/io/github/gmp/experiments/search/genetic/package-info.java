/** The genetic algorithm (Jenetics, NSGA-II): nothing else knows its library. */
@NullMarked
package io.github.gmp.experiments.search.genetic;

import org.jspecify.annotations.NullMarked;
