/** Automated search: candidates are configurations, a genetic algorithm (Jenetics, NSGA-II) varies them. */
@NullMarked
package io.github.gmp.experiments.search;

import org.jspecify.annotations.NullMarked;
